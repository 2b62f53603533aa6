import torch, torch.nn as nn
torch.manual_seed(0); net = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 1)); opt = torch.optim.SGD([{'params': net[0].parameters()}, {'params': net[1].parameters(), 'lr': 1e-3}], lr=1e-2, momentum=0.9)
print(len(opt.param_groups), [g['lr'] for g in opt.param_groups], opt.param_groups[0]['momentum'])
for g in opt.param_groups: g['lr'] *= 0.1
net(torch.ones(1, 2)).sum().backward(); opt.step(); sd = opt.state_dict(); print(sd['state'][0]['momentum_buffer'], sd['param_groups'][1]['params'], sd['param_groups'][0]['lr']); opt.load_state_dict(sd)
opt.add_param_group({'params': [nn.Parameter(torch.ones(1))]}); print(len(opt.param_groups), opt.param_groups[2]['lr']); a = torch.optim.Adam(net.parameters(), lr=0.1); net(torch.ones(1, 2)).sum().backward(); a.step(); s = a.state_dict()['state'][0]; print(list(s), s['step'], s['exp_avg'])
def closure(): opt.zero_grad(); l = net(torch.ones(1, 2)).pow(2).sum(); l.backward(); return l
print(opt.step(closure)); nn.utils.clip_grad_value_(net.parameters(), 0.01); print(net[0].weight.grad); v = nn.utils.parameters_to_vector(net.parameters()); print(v); nn.utils.vector_to_parameters(v * 0, net.parameters()); print(net[0].weight); print(nn.utils.clip_grad_norm_(net.parameters(), 1.0, norm_type=float('inf')), nn.utils.clip_grad_norm_(net[0].weight, 0.001))
for bad in ['torch.optim.SGD(net.parameters(), lr=-1)', 'torch.optim.SGD(net.parameters(), lr=0.1, momentum=-1)', 'torch.optim.SGD(net.parameters(), lr=.1, nesterov=True)', 'torch.optim.Adam(net.parameters(), betas=(1.0, 0.9))', 'torch.optim.Adam([1])', 'torch.optim.Adam([net[0].weight * 2])', 'opt.add_param_group({"params": net[0].weight})', 'torch.optim.Adam(5)']:
    try: eval(bad); print('ok')
    except Exception as e: print(type(e).__name__, e)
