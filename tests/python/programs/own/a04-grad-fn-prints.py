import torch
x = torch.tensor([1., 2., 3.], requires_grad=True)
print(x, x * 2, x + 1, x.sum(), x.mean(), x ** 2, x.exp(), (x * x).sum(), x[0], x[1:], x[:], x.view(3, 1), x.unsqueeze(0), 2 / x, 1 - x, x - 1, x.relu(), x.clone(), x.detach(), x.T, -x)
print(torch.stack([x, x]), torch.cat([x, x]), x @ x, x.dot(x), x.max(), x.max(0), x.norm(), x.std(), x.var(), x.float(), x.double(), x.sigmoid(), x.softmax(0), x.log(), x.reshape(3, 1), x.expand(2, 3), x.sqrt())
print(x[[0, 1]], x[x > 1], x.masked_fill(x > 1, 0), torch.where(x > 1, x, torch.zeros(3)), x.clamp(min=2), x.abs(), x.pow(2), x.cumsum(0), x.prod(), x.flip(0), x.sort()[0], x.topk(2)[0])
W = torch.ones(2, 3, requires_grad=True)
print(W @ x, W.t(), W.T, torch.mm(W, W.t()), W.sum(1), W.mean(0), W.flatten(), W.permute(1, 0), W.transpose(0, 1), torch.nn.functional.linear(x, W))
a, b = W
print(a, W.unbind()[0], W.chunk(2)[0], W.split(1)[1], W.squeeze(), W.repeat(2, 1))
with torch.no_grad():
    print(x * 2, x.requires_grad)
y = x * 2
print(y.requires_grad, y.is_leaf, y.grad_fn.name(), y.grad_fn.next_functions[0][0].name())
print(type(y.grad_fn).__name__)
