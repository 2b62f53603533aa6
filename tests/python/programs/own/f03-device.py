import torch
device = torch.device('cuda:0' if torch.cuda.is_available() else 'cpu')
print(device, device.type, device.index, repr(device))
print('Using', device)
x = torch.ones(2, device=device)
print(x.device, x.is_cuda, x.to(device) is x)
print(torch.device('cuda', 1), torch.device('cpu') == device, torch.cuda.device_count())
print(torch.backends.cudnn.enabled, torch.backends.mps.is_available() if hasattr(torch.backends, 'mps') else None)
net = torch.nn.Dropout(0.5).to(device)
print(net, next(torch.nn.Linear(1, 1).parameters()).device)
torch.backends.cudnn.benchmark = False
torch.backends.cudnn.deterministic = True
torch.cuda.manual_seed(1)
torch.cuda.manual_seed_all(1)
torch.use_deterministic_algorithms(True)
print(torch.are_deterministic_algorithms_enabled(), torch.get_default_dtype(), torch.get_num_threads() >= 1)
print(x.cpu().numpy(), x.to('cpu', torch.float64), x.type(), x.double().type())
print(torch.cuda.get_device_name(0))
