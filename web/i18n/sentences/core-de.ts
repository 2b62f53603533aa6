// German for what the core says in words of its own, and the elements where no framework has words.
import type { Sentences } from '../localization.ts';

export const sentences: Sentences = {
  "p must be a number from 0 to 1, but got '{0}'": "p muss eine Zahl von 0 bis 1 sein, nicht '{0}'",
  "a call is a whole number from 1 to {0}, but got '{1}'":
    "ein Aufruf ist eine ganze Zahl von 1 bis {0}, nicht '{1}'",
  'expected a number, but found {0}; leave out a line of headings':
    'eine Zahl wird erwartet, hier steht {0}; eine Zeile mit Überschriften lassen Sie weg',
  "expected '{0}' or '{1}', but got '{2}'": "'{0}' oder '{1}' wird erwartet, nicht '{2}'",
  'expected {0}, but the text ends': '{0} wird erwartet, doch der Text ist zu Ende',
  'expected {0}, but found {1}': '{0} wird erwartet, hier steht {1}',
  'a number': 'eine Zahl',
  "a number or '['": "eine Zahl oder '['",
  'a number, like the ones before': 'eine Zahl wie die davor',
  'a list': 'eine Liste',
  'a list of {0}, like the ones before': 'eine Liste von {0} wie die davor',
  "',' or '{0}'": "',' oder '{0}'",
  'a tensor, such as [1, 2, 3]': 'ein Tensor wie [1, 2, 3]',
  'the end of the text': 'das Ende des Textes',
  "'character {0}'": "'Zeichen {0}'",
  'expected a method: .reshape, .view, .float, .double, .long, .to or .astype':
    'eine Methode wird erwartet: .reshape, .view, .float, .double, .long, .to oder .astype',
  'expected torch.float32, torch.float64 or torch.int64':
    'torch.float32, torch.float64 oder torch.int64 wird erwartet',
  'too many arguments': 'zu viele Argumente',
  "the argument '{0}' is missing": "das Argument '{0}' fehlt",
  "the argument '{0}' must be {1}": "das Argument '{0}' muss {1} sein",
  'a size such as (2, 3)': 'eine Größe wie (2, 3)',
  'a size': 'eine Größe',
  'a whole number': 'eine ganze Zahl',
  'a size must be a whole number': 'eine Größe muss eine ganze Zahl sein',
  'unexpected argument': 'unerwartetes Argument',
  "unexpected argument '{0}'": "unerwartetes Argument '{0}'",
  '{0}= goes with an empty tensor only': '{0}= gehört nur zu einem leeren Tensor',
  'more than {0} dimensions': 'mehr als {0} Dimensionen',
  'more than {0} calls and operators': 'mehr als {0} Aufrufe und Operatoren',
  'more than {0} parentheses or powers': 'mehr als {0} Klammern oder Potenzen',
  'a tuple of one is written with a comma, as in (1,)':
    'ein Tupel mit einem Element schreibt man mit Komma, wie in (1,)',
  "this print is abbreviated: '...' stands for numbers that are not here":
    "diese Ausgabe ist gekürzt: '...' steht für Zahlen, die hier fehlen",
  '{0} is no number; write nan for one that is missing':
    '{0} ist keine Zahl; für eine, die fehlt, schreiben Sie nan',
  'this cell is empty; write nan for a number that is missing':
    'diese Zelle ist leer; für eine Zahl, die fehlt, schreiben Sie nan',
  'not every number is an int64': 'nicht jede Zahl ist ein int64',
  '{0} draws from a generator, and none was given':
    '{0} zieht aus einem Generator, und keiner ist da',
  '{0} draws from {1}; this one is {2}': '{0} zieht aus {1}; dieser ist {2}',
  "PyTorch's generator": 'dem Generator von PyTorch',
  "NumPy's generator": 'dem Generator von NumPy',
  "NumPy's default_rng": 'dem default_rng von NumPy',
  'True and False make a bool tensor, which dropout does not take; write dtype=torch.float32':
    'True und False ergeben einen bool-Tensor, den Dropout nicht nimmt; schreiben Sie dtype=torch.float32',
  '{0} is reproduced for whole numbers only; write torch.arange':
    '{0} ist nur für ganze Zahlen nachgebildet; schreiben Sie torch.arange',
  '{0} draws int64 only; write .float() after it':
    '{0} zieht nur int64; schreiben Sie .float() dahinter',
  'unknown function {0}; known are {1}': 'unbekannte Funktion {0}; bekannt sind {1}',
  'an int64 tensor has no arithmetic here; give its numbers a point, or write dtype=torch.float32':
    'mit einem int64-Tensor wird hier nicht gerechnet; geben Sie seinen Zahlen einen Punkt, oder schreiben Sie dtype=torch.float32',
  "the exponent of '**' must be one number: other powers are not reproduced":
    "der Exponent von '**' muss eine einzelne Zahl sein: andere Potenzen sind nicht nachgebildet",
  'of powers only {0} and {1} are reproduced: others differ in the last bit from one machine to the next':
    'von den Potenzen sind nur {0} und {1} nachgebildet: andere weichen von Maschine zu Maschine im letzten Bit ab',
  'the shapes must be equal, but are {0} and {1}':
    'die Formen müssen gleich sein, sind aber {0} und {1}',
  'a power of numbers must be an int64, and both of them whole':
    'eine Potenz von Zahlen muss ein int64 sein, und beide müssen ganz sein',
  'Overflow when unpacking long long: a seed is from -2^63 to 2^64 - 1, but got {0}':
    'Overflow when unpacking long long: ein Seed reicht von -2^63 bis 2^64 - 1, nicht {0}',
  '{0}: {1} does not exist there or is not reproduced':
    '{0}: {1} gibt es dort nicht, oder es ist nicht nachgebildet',
  '{0}: {1} draws with another kernel there, which is not reproduced':
    '{0}: {1} zieht dort mit einem anderen Kernel, der nicht nachgebildet ist',
  '{0}: {1} draws {2} only': '{0}: {1} zieht nur {2}',
  '{0}: dropout of integers is not reproduced': '{0}: Dropout ganzer Zahlen ist nicht nachgebildet',
  '{0} has no {1}, only Dropout': '{0} hat kein {1}, nur Dropout',
  '{0} has no float64 as it comes; use float32':
    '{0} hat von sich aus kein float64; nehmen Sie float32',
  'linspace of int64 is not reproduced; use float32 or float64':
    'linspace für int64 ist nicht nachgebildet; nehmen Sie float32 oder float64',
  'a tensor of shape {0} does not fit into memory':
    'ein Tensor der Form {0} passt nicht in den Speicher',
  '{0} bytes do not fit into memory': '{0} Bytes passen nicht in den Speicher',
  'this does not fit into memory': 'das passt nicht in den Speicher',
  "unknown engine '{0}'; known are {1}": "unbekannte Engine '{0}'; bekannt sind {1}",
  "unknown GPU '{0}'; known are {1}": "unbekannte GPU '{0}'; bekannt sind {1}",
  "the engine {0} has no option '{1}'": "die Engine {0} hat keine Option '{1}'",
  'p may be anything from {0} to {1}: the survivors are too small to tell it, so it must be given':
    'p kann alles von {0} bis {1} sein: Die behaltenen Werte sind zu klein, um es zu verraten; geben Sie es an',
  'no p gives this output: some of it is dropped, but survivors are not scaled':
    'kein p ergibt diese Ausgabe: Einiges ist verworfen, doch Behaltenes ist nicht skaliert',
  'no p gives this output: {0}, but survivors of dropout do not shrink':
    'kein p ergibt diese Ausgabe: {0}, doch was Dropout behält, schrumpft nicht',
  'no p gives this output: {0}, but {1}': 'kein p ergibt diese Ausgabe: {0}, aber {1}',
  'nothing survives in the output, so p must be given':
    'in der Ausgabe ist nichts behalten; geben Sie p an',
  'the output is the input, as in eval mode or with p = 0: no seed was used':
    'die Ausgabe ist die Eingabe, wie in eval oder mit p = 0: Kein Seed war im Spiel',
  'with p = {0} nothing is drawn: every seed gives this':
    'mit p = {0} wird nichts gezogen: Jeder Seed ergibt das',
  'at {0} the input is {1} and the output {2}': 'bei {0} ist die Eingabe {1} und die Ausgabe {2}',
  'the input is {0} and the output {1}': 'die Eingabe ist {0} und die Ausgabe {1}',
  'an output has the shape of its input, but got {0} for {1}':
    'eine Ausgabe hat die Form ihrer Eingabe, hier aber {0} statt {1}',
  'no element tells whether it was kept or dropped: of 0 and nan neither shows':
    'kein Element verrät, ob es behalten oder verworfen wurde: Bei 0 und nan sieht man beides nicht',
  'a seed to search is from -2^63 to 2^64 - 1, but got {0}':
    'ein gesuchter Seed reicht von -2^63 bis 2^64 - 1, nicht {0}',
  '{0} must be a whole number from {1}, but got {2}':
    '{0} muss eine ganze Zahl ab {1} sein, nicht {2}',
  '{0} draws no words one after another that could be skipped':
    '{0} zieht keine Wörter nacheinander, die man überspringen könnte',
  '{0}: dropout by hand has no {1}, only Dropout':
    '{0}: von Hand geschriebenes Dropout gibt es nicht als {1}, nur als Dropout',
  '{0} keeps or drops whole channels, but {1}, and others of its channel say otherwise':
    '{0} behält oder verwirft ganze Kanäle, aber {1}, und andere desselben Kanals sagen etwas anderes',
  '{0}: with p = {1} it has to be {2} or {3}': '{0}: Mit p = {1} muss sie {2} oder {3} sein',
  '{0}: with p = {1} it has to be {2}': '{0}: Mit p = {1} muss sie {2} sein',
  'what is kept is not scaled in the output, so p must be given':
    'was behalten wird, ist in der Ausgabe nicht skaliert; geben Sie p an',
  'no p of up to 3 decimals gives this output by {0}':
    'kein p mit bis zu 3 Nachkommastellen ergibt diese Ausgabe mit {0}',
  "{0} has no form '{1}'; it has {2}": '{0} hat keine Form „{1}“; es gibt {2}',
  'skip must be a whole number from 0 to {0}, but got {1}':
    'skip muss eine ganze Zahl von 0 bis {0} sein, war aber {1}',
  "words to skip are a whole number from 0, but got '{0}'":
    'zu überspringende Wörter sind eine ganze Zahl ab 0, nicht „{0}“',
  'the output fits an input for several p, so p must be given':
    'die Ausgabe passt für mehrere p zu einer Eingabe; geben Sie p an',
  "unknown layer '{0}'; known are {1}": 'unbekannte Schicht „{0}“; bekannt sind {1}',
  'layer must be a name, not {0}': 'layer muss ein Name sein, nicht {0}',
};
