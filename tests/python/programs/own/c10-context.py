import torch, time, contextlib
import torch.nn as nn
@contextlib.contextmanager
def eval_mode(m): was = m.training; m.eval(); yield m; m.train(was)
torch.manual_seed(0); net = nn.Sequential(nn.Dropout(0.5)); 
with eval_mode(net): print(net(torch.ones(3)))
print(net(torch.ones(3)), net.training); t = time.time(); print(time.time() - t < 100); torch.set_num_threads(1); print(torch.get_num_threads(), torch.__version__ is not None, torch.initial_seed()); 
def gen():
    with torch.no_grad():
        for i in range(2): yield torch.rand(1)
print(list(gen()), [tuple(p.shape) for p in nn.Linear(2, 3).parameters()], *(f'{v:.2f}' for v in torch.rand(2)), sep=' | '); print(torch.random.initial_seed(), torch.random.get_rng_state().shape, torch.seed() > 0); from torch.random import manual_seed; manual_seed(4); print(torch.rand(1)); x = torch.rand(2, 2); del x; print('x' in dir()); import copy; d = copy.deepcopy(nn.Dropout(0.2)); print(d); import pickle; print(pickle.loads(pickle.dumps(torch.ones(2))), pickle.loads(pickle.dumps(nn.Dropout(0.3))), pickle.loads(pickle.dumps(torch.float32)), pickle.loads(pickle.dumps(torch.Size([1, 2]))), pickle.loads(pickle.dumps(torch.device('cpu')))); print(copy.deepcopy({'a': [torch.ones(1)]}), torch.ones(2).share_memory_().is_shared() in (True, False)); raise RuntimeError('x' * 3)
