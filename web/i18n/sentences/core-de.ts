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
  'expected torch.float32, torch.float64 or torch.int64':
    'torch.float32, torch.float64 oder torch.int64 wird erwartet',
  'too many arguments': 'zu viele Argumente',
  "the argument '{0}' is missing": "das Argument '{0}' fehlt",
  "the argument '{0}' must be {1}": "das Argument '{0}' muss {1} sein",
  'a size such as (2, 3)': 'eine Größe wie (2, 3)',
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
  "the exponent of '**' must be one number: other powers are not reproduced":
    "der Exponent von '**' muss eine einzelne Zahl sein: andere Potenzen sind nicht nachgebildet",
  'of powers only {0} and {1} are reproduced: others differ in the last bit from one machine to the next':
    'von den Potenzen sind nur {0} und {1} nachgebildet: andere weichen von Maschine zu Maschine im letzten Bit ab',
  'Overflow when unpacking long long: a seed is from -2^63 to 2^64 - 1, but got {0}':
    'Overflow when unpacking long long: ein Seed reicht von -2^63 bis 2^64 - 1, nicht {0}',
  '{0}: {1} does not exist there or is not reproduced':
    '{0}: {1} gibt es dort nicht, oder es ist nicht nachgebildet',
  '{0}: {1} draws with another kernel there, which is not reproduced':
    '{0}: {1} zieht dort mit einem anderen Kernel, der nicht nachgebildet ist',
  '{0}: {1} draws {2} only': '{0}: {1} zieht nur {2}',
  '{0}: dropout of a tensor that is not contiguous is not reproduced':
    '{0}: Dropout eines Tensors, dessen Elemente nicht zusammenhängend liegen, ist nicht nachgebildet',
  '{0}: dropout of integers in place is not reproduced':
    '{0}: Dropout ganzer Zahlen an Ort und Stelle ist nicht nachgebildet',
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
    'die Ausgabe ist die Eingabe, wie im Eval-Modus oder mit p = 0: Kein Seed war im Spiel',
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
  'True and False are read as 1 and 0': 'True und False werden als 1 und 0 gelesen',
  'a dtype or a device': 'ein dtype oder ein Gerät',
  'a key has two words from 0 to 2^32 - 1, but got {0}':
    'ein Schlüssel hat zwei Wörter von 0 bis 2^32 - 1, nicht {0}',
  'a list of lists like the ones before': 'eine Liste von Listen wie die davor',
  'a list of more than {0} elements': 'eine Liste von mehr als {0} Elementen',
  'a text in quotation marks is no number; take them away':
    'ein Text in Anführungszeichen ist keine Zahl; nehmen Sie sie weg',
  'an int64 tensor of TensorFlow has no such arithmetic here; give its numbers a point, or write dtype=tf.float32':
    'so wird hier mit einem int64-Tensor von TensorFlow nicht gerechnet; geben Sie seinen Zahlen einen Punkt, oder schreiben Sie dtype=tf.float32',
  'complex numbers have no dropout here': 'komplexe Zahlen haben hier kein Dropout',
  "expected a key of JAX, such as split(key(0))[1] or its two words [0, 42], but found '{0}'":
    "ein Schlüssel von JAX wird erwartet, wie split(key(0))[1] oder seine zwei Wörter [0, 42], hier steht '{0}'",
  "keys of '{0}' are not reproduced, only threefry2x32":
    "Schlüssel von '{0}' sind nicht nachgebildet, nur threefry2x32",
  'no p of up to 3 decimals gives this output by {0}':
    'kein p mit bis zu 3 Nachkommastellen ergibt diese Ausgabe mit {0}',
  'num of split is a whole number from 1 to {0}, but got {1}':
    'num von split ist eine ganze Zahl von 1 bis {0}, nicht {1}',
  'of powers of numbers only exact ones are reproduced':
    'von den Potenzen von Zahlen sind nur exakte nachgebildet',
  'quantised tensors have no dropout here; paste x.dequantize()':
    'quantisierte Tensoren haben hier kein Dropout; fügen Sie x.dequantize() ein',
  'skip is at most {0}': 'skip ist höchstens {0}',
  "skip is how many words are drawn before, such as 20, or 20, 0 with those after the input; but got '{0}'":
    "skip sagt, wie viele Wörter vorher gezogen werden, etwa 20, oder 20, 0 mit denen nach der Eingabe; nicht '{0}'",
  'skip must be a whole number from 0 to {0}, but got {1}':
    'skip muss eine ganze Zahl von 0 bis {0} sein, war aber {1}',
  'sparse tensors have no dropout here; paste x.to_dense()':
    'dünn besetzte Tensoren haben hier kein Dropout; fügen Sie x.to_dense() ein',
  'split gives the keys 0 to {0}, but not [{1}]':
    'split ergibt die Schlüssel 0 bis {0}, nicht [{1}]',
  'split gives {0} keys: say which, as in split(key(0))[0]':
    'split ergibt {0} Schlüssel: Sagen Sie, welchen, wie in split(key(0))[0]',
  'the output fits an input for several p, so p must be given':
    'die Ausgabe passt für mehrere p zu einer Eingabe; geben Sie p an',
  'the seed in the text is not followed: set it beside the input':
    'dem Seed im Text wird nicht gefolgt: Stellen Sie ihn neben der Eingabe ein',
  "these are a tensor's fields, without its numbers: paste what x.print() shows":
    'das sind die Felder eines Tensors, ohne seine Zahlen: Fügen Sie ein, was x.print() zeigt',
  'this is a program: paste one tensor of it, such as x = torch.ones(2, 3), or what print(x) shows':
    'das ist ein Programm: Fügen Sie einen Tensor daraus ein, etwa x = torch.ones(2, 3), oder was print(x) ausgibt',
  'this is a second tensor; paste one of them':
    'das ist ein zweiter Tensor; fügen Sie nur einen ein',
  'this is a tuple of tensors: paste one of them':
    'das ist ein Tupel von Tensoren: Fügen Sie einen davon ein',
  "unknown function {0}; did you mean '{1}'?": "unbekannte Funktion {0}; meinten Sie '{1}'?",
  'unknown function {0}; paste what it prints, or make a tensor by torch.ones(2, 3) or [[1, 2], [3, 4]]':
    'unbekannte Funktion {0}; fügen Sie ein, was sie ausgibt, oder erzeugen Sie einen Tensor mit torch.ones(2, 3) oder [[1, 2], [3, 4]]',
  "unknown layer '{0}'; known are {1}": "unbekannte Schicht '{0}'; bekannt sind {1}",
  'layer must be a name, not {0}': 'layer muss ein Name sein, nicht {0}',
  "unknown method '.{0}'; did you mean '.{1}'?": "unbekannte Methode '.{0}'; meinten Sie '.{1}'?",
  'an index is not read here; paste what it prints instead':
    'ein Index wird hier nicht gelesen; fügen Sie stattdessen ein, was ausgegeben wird',
  "unknown method '.{0}'; paste what it prints instead":
    "unbekannte Methode '.{0}'; fügen Sie stattdessen ein, was sie ausgibt",
  'what is kept is not scaled in the output, so p must be given':
    'was behalten wird, ist in der Ausgabe nicht skaliert; geben Sie p an',
  "words to skip are a whole number from 0, but got '{0}'":
    "zu überspringende Wörter sind eine ganze Zahl ab 0, nicht '{0}'",
  '{0} draws float32 and float64 only': '{0} zieht nur float32 und float64',
  '{0} draws no words one after another that could be skipped':
    '{0} zieht keine Wörter nacheinander, die man überspringen könnte',
  "{0} has no form '{1}'; it has {2}": "{0} hat keine Form '{1}'; es gibt {2}",
  '{0} has no stream in which anything could be skipped':
    '{0} hat keinen Strom, in dem sich etwas überspringen ließe',
  '{0} has whatever is in memory; write torch.ones(2, 3), or paste its numbers':
    '{0} enthält, was gerade im Speicher steht; schreiben Sie torch.ones(2, 3), oder fügen Sie die Zahlen ein',
  '{0} is a layer or its output: paste the tensor that goes into it, and set layer, p and seed beside it':
    '{0} ist eine Schicht oder ihre Ausgabe: Fügen Sie den Tensor ein, der hineingeht, und stellen Sie Schicht, p und Seed daneben ein',
  "{0} is not reproduced for NumPy's arrays; write np.tile":
    '{0} ist für Arrays von NumPy nicht nachgebildet; schreiben Sie np.tile',
  '{0} is not reproduced here: this is read as float32':
    '{0} ist hier nicht nachgebildet: das wird als float32 gelesen',
  '{0} is not reproduced here: this is read as int64':
    '{0} ist hier nicht nachgebildet: das wird als int64 gelesen',
  '{0} keeps or drops whole channels, but {1}, and others of its channel say otherwise':
    '{0} behält oder verwirft ganze Kanäle, aber {1}, und andere desselben Kanals sagen etwas anderes',
  "{0} with device={1} is not reproduced; without it the numbers are the CPU's":
    '{0} mit device={1} ist nicht nachgebildet; ohne diese Angabe kommen die Zahlen von der CPU',
  '{0}: dropout by hand has no {1}, only Dropout':
    '{0}: von Hand geschriebenes Dropout gibt es nicht als {1}, nur als Dropout',
  '{0}: each layer has a scope of its own there; name it by path=Dropout_1':
    '{0}: dort hat jede Schicht ihren eigenen Bereich; nennen Sie ihn durch path=Dropout_1',
  '{0}: with p = {1} it has to be {2}': '{0}: Mit p = {1} muss sie {2} sein',
  '{0}: with p = {1} it has to be {2} or {3}': '{0}: Mit p = {1} muss sie {2} oder {3} sein',
  '{0}= is {1}, but the numbers before have the shape {2}':
    '{0}= ist {1}, doch die Zahlen davor haben die Form {2}',
};
