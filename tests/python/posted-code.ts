// The blocks of code of five texts about dropout, as they stand there, and what a reader sees who pastes and runs them.
// Three of the texts are translations of one: of a block that is the same but for its comments, one is here.

export interface PostedCode {
  text: string;
  code: string;
  /** What PyTorch prints, and as a notebook shows it; of what is random, a pattern. */
  prints: string | RegExp;
  isUnseeded?: boolean;
}

/** With comments in a language, as the texts in Hindi, German, French and English have them. */
function sample([assumption, input, training, seed, possible, evaluation, unchanged]: string[]) {
  return `import torch
import torch.nn as nn

# ${assumption}
config = type('Config', (), {'dropout': 0.5})()
drop = nn.Dropout(config.dropout)

# ${input}
x = torch.tensor([1.0, 2.0, 3.0, 4.0])

# ${training}
torch.manual_seed(42)  # ${seed}
print(drop(x))  # ${possible}

# ${evaluation}
drop.eval()
print(drop(x))  # ${unchanged}`;
}

const SAMPLE = 'tensor([2., 4., 6., 8.])\ntensor([1., 2., 3., 4.])\n';

export const POSTED_CODE: readonly PostedCode[] = [
  {
    text: 'the line that all four explain',
    code: 'drop = nn.Dropout(config.dropout)',
    prints: '',
  },
  {
    text: 'Hindi',
    code: sample([
      'मान लें config.dropout = 0.5 (50% dropout)',
      'सैंपल इनपुट टेंसर',
      'ट्रेनिंग के दौरान',
      'पुनरुत्पादनशीलता के लिए',
      'संभावित आउटपुट: tensor([0., 0., 0., 8.])  # रैंडम ड्रॉप + स्केलिंग',
      'ईवल के दौरान',
      'आउटपुट: tensor([1., 2., 3., 4.])  # कोई बदलाव नहीं',
    ]),
    prints: SAMPLE,
  },
  {
    text: 'German',
    code: sample([
      'Angenommen config.dropout = 0.5 (50% Dropout)',
      'Beispiel-Eingabetensor',
      'Während des Trainings',
      'Für Reproduzierbarkeit',
      'Mögliche Ausgabe: tensor([0., 0., 0., 8.])  # Zufällige Drops + Skalierung',
      'Während der Evaluation',
      'Ausgabe: tensor([1., 2., 3., 4.])  # Keine Änderungen',
    ]),
    prints: SAMPLE,
  },
  {
    text: 'French',
    code: sample([
      'Supposons config.dropout = 0.5 (50% de dropout)',
      "Tenseur d'entrée exemple",
      "Pendant l'entraînement",
      'Pour la reproductibilité',
      "Sortie possible : tensor([0., 0., 0., 8.])  # Abandons aléatoires + mise à l'échelle",
      "Pendant l'évaluation",
      'Sortie : tensor([1., 2., 3., 4.])  # Aucun changement',
    ]),
    prints: SAMPLE,
  },
  {
    text: 'English, copied from a page, without its empty lines',
    code: sample([
      'Assume config.dropout = 0.5 (50% dropout)',
      'Sample input tensor',
      'During training',
      'For reproducibility',
      'Possible output: tensor([0., 0., 0., 8.]) # Random drops + scaling',
      'During eval',
      'Output: tensor([1., 2., 3., 4.]) # No changes',
    ]).replaceAll('\n\n', '\n'),
    prints: SAMPLE,
  },
  {
    text: 'the lesson: its syntax',
    code: 'torch.nn.Dropout(p=0.5, inplace=False)',
    prints: 'Dropout(p=0.5, inplace=False)\n',
  },
  { text: 'the lesson: a layer', code: 'dropout = torch.nn.Dropout(p=0.3)', prints: '' },
  {
    text: 'the lesson: another',
    code: 'dropout = torch.nn.Dropout(p=0.7, inplace=True)',
    prints: '',
  },
  {
    text: 'the lesson: its sample',
    code: `import torch
import torch.nn as nn

# Create dropout layer with 50% dropout rate
dropout = nn.Dropout(p=0.5)

# Input tensor simulating activations from previous layer
input_tensor = torch.tensor([[1.0, 2.0, 3.0, 4.0],
                             [5.0, 6.0, 7.0, 8.0]])

# Set dropout to training mode to activate dropout
dropout.train()
output_train = dropout(input_tensor)

# Set dropout to evaluation mode to turn off dropout
dropout.eval()
output_eval = dropout(input_tensor)

print("Input Tensor:")
print(input_tensor)
print("\\nOutput with Dropout (training mode):")
print(output_train)
print("\\nOutput without Dropout (eval mode):")
print(output_eval)`,
    prints:
      /^Input Tensor:\ntensor\(\[\[1\., 2\., 3\., 4\.\],\n {8}\[5\., 6\., 7\., 8\.\]\]\)\n\nOutput with Dropout \(training mode\):\ntensor\(\[\[ *(?:0|2)\., .*\]\]\)\n\nOutput without Dropout \(eval mode\):\ntensor\(\[\[1\., 2\., 3\., 4\.\],\n {8}\[5\., 6\., 7\., 8\.\]\]\)\n$/s,
    isUnseeded: true,
  },
];
