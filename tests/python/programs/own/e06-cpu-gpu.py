import torch, torch.nn as nn
device = torch.device('cuda:0' if torch.cuda.is_available() else 'cpu'); print(device, device.type, device.index, repr(device)); net = nn.Linear(2, 2).to(device=device); print(net.weight.device, net.weight.is_cuda, next(net.parameters()).device == device); x = torch.ones(1, 2, device=device); print(x.to('cpu'), x.to(device, torch.float64), x.to(torch.int), x.cpu().device, x.to(x), x.to(device=device, non_blocking=True) is x, x.to(torch.float32) is x, x.to(torch.float32, copy=True) is x); 
if torch.cuda.is_available(): torch.cuda.manual_seed_all(0); print(torch.cuda.get_device_name(0))
torch.backends.cudnn.enabled = False; print(torch.backends.cudnn.enabled, torch.backends.cudnn.deterministic, torch.device('cpu') == 'cpu', str(device) == 'cpu'); dp = nn.DataParallel(net) if False else None
try: torch.cuda.get_device_name(0)
except Exception as e: print(type(e).__name__, e)
try: torch.ones(1).cuda()
except Exception as e: print(type(e).__name__, e)
try: net.to('cuda')
except Exception as e: print(type(e).__name__, e)
torch.ones(2, device='cuda:1')
