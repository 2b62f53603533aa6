import torch, random
g = torch.manual_seed(42); print(type(g).__name__, g.initial_seed(), torch.initial_seed())
a = torch.rand(2); s = torch.get_rng_state(); b = torch.rand(2); torch.set_rng_state(s); print(torch.equal(b, torch.rand(2)), s.shape, s.dtype, s[:8])
gen = torch.Generator().manual_seed(1); print(torch.rand(2, generator=gen), torch.randn(2, generator=gen), torch.randperm(4, generator=gen), torch.randint(9, (2,), generator=gen), torch.bernoulli(torch.tensor([.5, .5]), generator=gen), torch.empty(2).uniform_(generator=gen), gen.initial_seed(), gen.device)
with torch.random.fork_rng(): torch.manual_seed(7); print(torch.rand(1))
print(torch.rand(1)); torch.cuda.manual_seed(1); torch.cuda.manual_seed_all(1); torch.backends.cudnn.deterministic = True; torch.backends.cudnn.benchmark = False
torch.use_deterministic_algorithms(True); print(torch.are_deterministic_algorithms_enabled())
print(torch.cuda.is_available(), torch.cuda.device_count(), torch.device('cuda:1'), torch.device('cpu'), str(torch.device('cuda')), torch.device('cuda', 0).index, torch.device('cuda:0') == torch.device('cuda', 0), torch.ones(1).device == torch.device('cpu'))
device = 'cuda' if torch.cuda.is_available() else 'cpu'; print(torch.ones(2, device=device).to(device), torch.ones(1).cpu(), torch.ones(1).is_cuda)
for s in (0, 1, -1, 2**63, 2**64 - 1, -2**63): torch.manual_seed(s); print(torch.rand(1).item())
random.seed(0); torch.manual_seed(random.randint(0, 100)); print(torch.rand(1)); torch.manual_seed(3.7); print(torch.rand(1), torch.initial_seed()); torch.manual_seed(True); print(torch.initial_seed())
