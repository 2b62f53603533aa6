import torch, torch.nn as nn
torch.manual_seed(0); sd = nn.Sequential(nn.Linear(2, 2), nn.BatchNorm1d(2)).state_dict(); print(sd); print(nn.Linear(1, 2).state_dict()); print({k: v.sum().item() for k, v in sd.items()}); for_keys = [k.split('.')[0] for k in sd]; print(for_keys, 'module.' + list(sd)[0]); m = nn.Sequential(nn.Linear(2, 2)); 
try: m.load_state_dict({'module.' + k: v for k, v in sd.items()})
except RuntimeError as e: print(e)
r = m.load_state_dict({'0.weight': sd['0.weight']}, strict=False); print(r, r.missing_keys); print(m.state_dict(prefix='x.').keys(), len(m.state_dict())); l = nn.Linear(2, 2); l.load_state_dict({'weight': torch.ones(2, 2).double(), 'bias': torch.zeros(2)}); print(l.weight.dtype, l.weight)
try: l.load_state_dict([1])
except TypeError as e: print(e)
o = torch.optim.SGD(l.parameters(), lr=0.1); print(o.state_dict()['state'], o.state_dict()['param_groups'][0]['params'])
