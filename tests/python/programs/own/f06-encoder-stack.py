import torch, math
import torch.nn as nn

class TransformerModel(nn.Module):
    def __init__(self, ntoken, d_model, nhead, d_hid, nlayers, dropout=0.5):
        super().__init__()
        self.model_type = 'Transformer'
        encoder_layers = nn.TransformerEncoderLayer(d_model, nhead, d_hid, dropout)
        self.transformer_encoder = nn.TransformerEncoder(encoder_layers, nlayers)
        self.encoder = nn.Embedding(ntoken, d_model)
        self.d_model = d_model
        self.decoder = nn.Linear(d_model, ntoken)
        self.init_weights()

    def init_weights(self) -> None:
        initrange = 0.1
        self.encoder.weight.data.uniform_(-initrange, initrange)
        self.decoder.bias.data.zero_()
        self.decoder.weight.data.uniform_(-initrange, initrange)

    def forward(self, src, src_mask=None):
        src = self.encoder(src) * math.sqrt(self.d_model)
        output = self.transformer_encoder(src, src_mask)
        return self.decoder(output)

def generate_square_subsequent_mask(sz: int):
    return torch.triu(torch.ones(sz, sz) * float('-inf'), diagonal=1)

torch.manual_seed(0)
model = TransformerModel(7, 8, 2, 16, 2, 0.2)
src = torch.randint(0, 7, (5, 2))
mask = generate_square_subsequent_mask(5)
print(mask)
out = model(src, mask)
print(out.shape)
print(out[0])
criterion = nn.CrossEntropyLoss()
loss = criterion(out.view(-1, 7), src.view(-1))
loss.backward()
print(f'loss {loss:.3f} ppl {math.exp(loss):.2f}')
norm = torch.nn.utils.clip_grad_norm_(model.parameters(), 0.5)
print(f'{norm:.3f}')
model.eval()
print(model(src, mask)[0, 0])
print(nn.Transformer.generate_square_subsequent_mask(3))
print(model.transformer_encoder.layers[0].dropout, model.transformer_encoder.layers[0].linear1)
