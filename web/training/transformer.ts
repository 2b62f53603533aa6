// A classifier of sequences: embeddings with positions, one nn.TransformerEncoderLayer, and the mean over the tokens. The
// operations are those of our own Python in their order, and so are their bits. Sequences stand in columns, as is
// PyTorch's default: with batch_first=True a dropout is of a transposed tensor, whose draws came with PyTorch 2 into the
// order of memory.
import type { Tensor, Torch } from '../core/torch.ts';
import { drawUniform, initialiseLinear } from './initialisers.ts';
import type { Network } from './network.ts';
import { ParameterVector } from './parameter-vector.ts';
import { numberText } from './python-text.ts';
import type { Activation, LayerWeights } from './training.ts';

export interface TransformerSizes {
  readonly tokens: number;
  readonly length: number;
  readonly features: number;
  readonly heads: number;
  /** Units of the feed-forward part. */
  readonly width: number;
  readonly classes: number;
}

const POSITION_SCALE = 0.1;
const EPSILON = 1e-5;

type Drop = (values: Tensor) => Tensor;

export class Transformer implements Network {
  readonly vector: ParameterVector;
  readonly widths: readonly number[];
  readonly #torch: Torch;
  readonly #sizes: TransformerSizes;
  readonly #activation: Activation;

  constructor(torch: Torch, sizes: TransformerSizes, activation: Activation) {
    const { tokens, length, features, width, classes } = sizes;
    this.#torch = torch;
    this.#sizes = sizes;
    this.#activation = activation;
    this.widths = [width];
    this.vector = new ParameterVector(torch, [
      ...[
        [tokens, features],
        [length, 1, features],
      ],
      ...[[3 * features, features], [3 * features], [features, features], [features]],
      ...[[width, features], [width], [features, width], [features]],
      ...[[features], [features], [features], [features]],
      ...[[classes, features], [classes]],
    ]);
    this.#initialise();
  }

  /** @param inputs Tokens [examples, length], int64. */
  forward(inputs: Tensor, p: number, train: boolean): Tensor {
    const torch = this.#torch;
    const drop: Drop = (values) => (train ? torch.dropout(values, p, true) : values);
    const own = this.#named();
    const embedded = drop(torch.embedding(own.embedding, inputs.t()).add(own.position));
    const attended = embedded.add(drop(this.#attention(embedded, drop)));
    const x = this.#normalised(attended, own.norm1Weight, own.norm1Bias);
    const hidden = drop(torch.linear(x, own.linear1Weight, own.linear1Bias)[this.#activation]());
    const fed = x.add(drop(torch.linear(hidden, own.linear2Weight, own.linear2Bias)));
    const block = this.#normalised(fed, own.norm2Weight, own.norm2Bias);
    return torch.linear(block.mean(0), own.outputWeight, own.outputBias);
  }

  /** Of the feed-forward part, for the first token. */
  masks(examples: number, p: number): Uint8Array[] {
    const { length, features, heads, width } = this.#sizes;
    const draw = (...shape: number[]) => this.#torch.dropout(this.#torch.ones(shape), p, true);
    draw(length, examples, features);
    draw(examples, heads, length, length);
    draw(length, examples, features);
    const mask = draw(length, examples, width).select(0, 0).select(0, 0);
    return [mask.ne(0).toTypedArray() as Uint8Array];
  }

  weights(): LayerWeights[] {
    const { linear1Weight, linear2Weight } = this.#named();
    return [linear1Weight, linear2Weight].map((weight) => {
      const [outputs, inputs] = weight.shape as readonly [number, number];
      return { outputs, inputs, weights: weight.toTypedArray() as Float32Array };
    });
  }

  /** In the order in which PyTorch's modules draw. */
  #initialise(): void {
    const { features } = this.#sizes;
    const own = this.#named();
    own.embedding.data.normal_();
    own.position.data.copy_(this.#torch.randn(own.position.shape).mul(POSITION_SCALE));
    initialiseLinear(own.projectionWeight, own.projectionBias);
    own.projectionBias.data.zero_();
    drawUniform(own.attentionWeight, Math.sqrt(3) * Math.sqrt(2 / (4 * features)));
    initialiseLinear(own.linear1Weight, own.linear1Bias);
    initialiseLinear(own.linear2Weight, own.linear2Bias);
    own.norm1Weight.data.fill_(1);
    own.norm2Weight.data.fill_(1);
    initialiseLinear(own.outputWeight, own.outputBias);
  }

  #named() {
    const names = [
      ...(['embedding', 'position'] as const),
      ...(['attentionWeight', 'attentionBias', 'projectionWeight', 'projectionBias'] as const),
      ...(['linear1Weight', 'linear1Bias', 'linear2Weight', 'linear2Bias'] as const),
      ...(['norm1Weight', 'norm1Bias', 'norm2Weight', 'norm2Bias'] as const),
      ...(['outputWeight', 'outputBias'] as const),
    ] as const;
    const { parameters } = this.vector;
    return Object.fromEntries(names.map((name, i) => [name, parameters[i]])) as Record<
      (typeof names)[number],
      Tensor
    >;
  }

  #normalised(x: Tensor, weight: Tensor, bias: Tensor): Tensor {
    return this.#torch.layerNorm(x, [this.#sizes.features], weight, bias, EPSILON);
  }

  /** nn.MultiheadAttention of a sequence with itself: [length, examples, features]. */
  #attention(x: Tensor, drop: Drop): Tensor {
    const torch = this.#torch;
    const own = this.#named();
    const { length, features, heads } = this.#sizes;
    const examples = x.shape[1] as number;
    const size = features / heads;
    const projected = torch.linear(x, own.attentionWeight, own.attentionBias);
    const [q, k, v] = projected.chunk(3, -1).map((part) =>
      part
        .contiguous()
        .view(length, examples * heads, size)
        .transpose(0, 1),
    ) as [Tensor, Tensor, Tensor];
    const scores = torch.bmm(q.div(Math.sqrt(size)), k.transpose(-2, -1));
    const mixed = torch.bmm(drop(scores.softmax(-1)), v);
    const joined = mixed
      .transpose(0, 1)
      .contiguous()
      .view(length * examples, features);
    const output = torch.linear(joined, own.projectionWeight, own.projectionBias);
    return output.view(length, examples, features);
  }
}

/** The same in Python: draws `model`. */
export function transformerProgram(
  { tokens, length, features, heads, width, classes }: TransformerSizes,
  activation: Activation,
  p: number,
): string {
  const chosen = activation === 'relu' ? '' : `, activation=torch.${activation}`;
  return `class Classifier(nn.Module):
    def __init__(self, p):
        super().__init__()
        self.embedding = nn.Embedding(${tokens}, ${features})
        self.position = nn.Parameter(${POSITION_SCALE} * torch.randn(${length}, 1, ${features}))
        self.dropout = nn.Dropout(p)
        self.block = nn.TransformerEncoderLayer(${features}, ${heads}, ${width}, dropout=p${chosen})
        self.output = nn.Linear(${features}, ${classes})

    def forward(self, x):
        x = self.dropout(self.embedding(x.t()) + self.position)
        return self.output(self.block(x).mean(0))


model = Classifier(${numberText(p)})`;
}
