// French for what the core says in words of its own, and the elements where no framework has words.
import type { Sentences } from '../localization.ts';

export const sentences: Sentences = {
  "p must be a number from 0 to 1, but got '{0}'": "p doit être un nombre de 0 à 1, et non '{0}'",
  "a call is a whole number from 1 to {0}, but got '{1}'":
    "un appel est un entier de 1 à {0}, pas '{1}'",
  'expected a number, but found {0}; leave out a line of headings':
    'attendu\u00a0: un nombre, et non {0}\u00a0; supprimez la ligne d’en-têtes',
  "expected '{0}' or '{1}', but got '{2}'": "attendu\u00a0: '{0}' ou '{1}', et non '{2}'",
  'expected {0}, but the text ends': 'attendu\u00a0: {0}, mais le texte s’arrête ici',
  'expected {0}, but found {1}': 'attendu\u00a0: {0}, et non {1}',
  'a number': 'un nombre',
  "a number or '['": "un nombre ou '['",
  'a number, like the ones before': 'un nombre, comme ceux qui précèdent',
  'a list': 'une liste',
  'a list of {0}, like the ones before': 'une liste de {0}, comme celles qui précèdent',
  "',' or '{0}'": "',' ou '{0}'",
  'a tensor, such as [1, 2, 3]': 'un tenseur, par exemple [1, 2, 3]',
  'the end of the text': 'la fin du texte',
  "'character {0}'": "'caractère {0}'",
  'expected torch.float32, torch.float64 or torch.int64':
    'attendu\u00a0: torch.float32, torch.float64 ou torch.int64',
  'too many arguments': 'trop d’arguments',
  "the argument '{0}' is missing": "l’argument '{0}' manque",
  "the argument '{0}' must be {1}": "l’argument '{0}' doit être {1}",
  'a size such as (2, 3)': 'une taille comme (2, 3)',
  'a whole number': 'un nombre entier',
  'a size must be a whole number': 'une taille doit être un nombre entier',
  'unexpected argument': 'argument inattendu',
  "unexpected argument '{0}'": "argument inattendu '{0}'",
  '{0}= goes with an empty tensor only': '{0}= ne va qu’avec un tenseur vide',
  'more than {0} dimensions': 'plus de {0} dimensions',
  'more than {0} calls and operators': 'plus de {0} appels et opérateurs',
  'more than {0} parentheses or powers': 'plus de {0} parenthèses ou puissances',
  'a tuple of one is written with a comma, as in (1,)':
    'un tuple à un élément s’écrit avec une virgule, comme (1,)',
  "this print is abbreviated: '...' stands for numbers that are not here":
    "cet affichage est abrégé\u00a0: '...' remplace des nombres qui n’y sont pas",
  '{0} is no number; write nan for one that is missing':
    '{0} n’est pas un nombre\u00a0; écrivez nan pour celui qui manque',
  'this cell is empty; write nan for a number that is missing':
    'cette case est vide\u00a0; écrivez nan pour un nombre qui manque',
  'not every number is an int64': 'ces nombres ne sont pas tous des int64',
  '{0} draws from a generator, and none was given':
    '{0} tire d’un générateur, et aucun n’a été donné',
  '{0} draws from {1}; this one is {2}': '{0} tire du {1}\u00a0; celui-ci est {2}',
  "PyTorch's generator": 'générateur de PyTorch',
  "NumPy's generator": 'générateur de NumPy',
  "NumPy's default_rng": 'default_rng de NumPy',
  'True and False make a bool tensor, which dropout does not take; write dtype=torch.float32':
    'True et False donnent un tenseur bool, que dropout n’accepte pas\u00a0; écrivez dtype=torch.float32',
  '{0} is reproduced for whole numbers only; write torch.arange':
    '{0} n’est reproduit que pour des nombres entiers\u00a0; écrivez torch.arange',
  '{0} draws int64 only; write .float() after it':
    '{0} ne tire que des int64\u00a0; écrivez .float() à la suite',
  "the exponent of '**' must be one number: other powers are not reproduced":
    "l’exposant de '**' doit être un seul nombre\u00a0: les autres puissances ne sont pas reproduites",
  'of powers only {0} and {1} are reproduced: others differ in the last bit from one machine to the next':
    'seules les puissances {0} et {1} sont reproduites\u00a0: les autres diffèrent au dernier bit d’une machine à l’autre',
  'Overflow when unpacking long long: a seed is from -2^63 to 2^64 - 1, but got {0}':
    'Overflow when unpacking long long: une graine va de -2^63 à 2^64 - 1, et non {0}',
  '{0}: {1} does not exist there or is not reproduced':
    '{0}\u00a0: {1} n’y existe pas ou n’est pas reproduit',
  '{0}: {1} draws with another kernel there, which is not reproduced':
    '{0}\u00a0: {1} y tire avec un autre noyau, qui n’est pas reproduit',
  '{0}: {1} draws {2} only': '{0}\u00a0: {1} ne tire que du {2}',
  '{0}: dropout of a tensor that is not contiguous is not reproduced':
    '{0}\u00a0: le dropout d’un tenseur non contigu n’est pas reproduit',
  '{0}: dropout of integers in place is not reproduced':
    '{0}\u00a0: le dropout d’entiers sur place n’est pas reproduit',
  '{0} has no {1}, only Dropout': '{0} n’a pas {1}, seulement Dropout',
  '{0} has no float64 as it comes; use float32':
    '{0} n’a pas de float64 par défaut\u00a0; prenez float32',
  'linspace of int64 is not reproduced; use float32 or float64':
    'linspace en int64 n’est pas reproduit\u00a0; prenez float32 ou float64',
  'a tensor of shape {0} does not fit into memory':
    'un tenseur de forme {0} ne tient pas en mémoire',
  '{0} bytes do not fit into memory': '{0} octets ne tiennent pas en mémoire',
  'this does not fit into memory': 'cela ne tient pas en mémoire',
  "unknown engine '{0}'; known are {1}": "moteur inconnu '{0}'\u00a0; sont connus {1}",
  "unknown GPU '{0}'; known are {1}": "GPU inconnu '{0}'\u00a0; sont connus {1}",
  "the engine {0} has no option '{1}'": "le moteur {0} n’a pas d’option '{1}'",
  'p may be anything from {0} to {1}: the survivors are too small to tell it, so it must be given':
    'p peut aller de {0} à {1}\u00a0: les valeurs gardées sont trop petites pour le dire\u00a0; indiquez-le',
  'no p gives this output: some of it is dropped, but survivors are not scaled':
    'aucun p ne donne cette sortie\u00a0: il y a des valeurs mises à zéro, mais les autres ne sont pas mises à l’échelle',
  'no p gives this output: {0}, but survivors of dropout do not shrink':
    'aucun p ne donne cette sortie\u00a0: {0}, mais ce que le dropout garde ne diminue pas',
  'no p gives this output: {0}, but {1}': 'aucun p ne donne cette sortie\u00a0: {0}, mais {1}',
  'nothing survives in the output, so p must be given':
    'rien n’est gardé dans la sortie\u00a0; indiquez p',
  'the output is the input, as in eval mode or with p = 0: no seed was used':
    'la sortie est l’entrée, comme en mode eval ou avec p = 0\u00a0: aucune graine n’a servi',
  'with p = {0} nothing is drawn: every seed gives this':
    'avec p = {0} rien n’est tiré\u00a0: toute graine donne cela',
  'at {0} the input is {1} and the output {2}': 'en {0} l’entrée est {1} et la sortie {2}',
  'the input is {0} and the output {1}': 'l’entrée est {0} et la sortie {1}',
  'an output has the shape of its input, but got {0} for {1}':
    'une sortie a la forme de son entrée, mais voici {0} au lieu de {1}',
  'no element tells whether it was kept or dropped: of 0 and nan neither shows':
    'aucun élément ne dit s’il a été gardé ou mis à zéro\u00a0: pour 0 et nan, cela ne se voit pas',
  'a seed to search is from -2^63 to 2^64 - 1, but got {0}':
    'une graine cherchée va de -2^63 à 2^64 - 1, et non {0}',
  '{0} must be a whole number from {1}, but got {2}':
    '{0} doit être un nombre entier à partir de {1}, pas {2}',
  'True and False are read as 1 and 0': 'True et False sont lus comme 1 et 0',
  'a dtype or a device': 'un dtype ou un périphérique',
  'a key has two words from 0 to 2^32 - 1, but got {0}':
    'une clé a deux mots de 0 à 2^32 - 1, pas {0}',
  'a list of lists like the ones before': 'une liste de listes comme les précédentes',
  'a list of more than {0} elements': 'une liste de plus de {0} éléments',
  'a text in quotation marks is no number; take them away':
    'un texte entre guillemets n’est pas un nombre\u00a0; retirez-les',
  'an int64 tensor of TensorFlow has no such arithmetic here; give its numbers a point, or write dtype=tf.float32':
    'un tenseur int64 de TensorFlow ne se calcule pas ainsi ici\u00a0; ajoutez un point à ses nombres, ou écrivez dtype=tf.float32',
  'complex numbers have no dropout here': 'les nombres complexes n’ont pas de dropout ici',
  "expected a key of JAX, such as split(key(0))[1] or its two words [0, 42], but found '{0}'":
    "une clé de JAX est attendue, telle que split(key(0))[1] ou ses deux mots [0, 42], mais on trouve '{0}'",
  "keys of '{0}' are not reproduced, only threefry2x32":
    "les clés de '{0}' ne sont pas reproduites, seulement threefry2x32",
  'no p of up to 3 decimals gives this output by {0}':
    'aucun p d’au plus 3 décimales ne donne cette sortie avec {0}',
  'num of split is a whole number from 1 to {0}, but got {1}':
    'le num de split est un nombre entier de 1 à {0}, pas {1}',
  'of powers of numbers only exact ones are reproduced':
    'des puissances de nombres, seules les exactes sont reproduites',
  'quantised tensors have no dropout here; paste x.dequantize()':
    'les tenseurs quantifiés n’ont pas de dropout ici\u00a0; collez x.dequantize()',
  'skip is at most {0}': 'skip vaut au plus {0}',
  "skip is how many words are drawn before, such as 20, or 20, 0 with those after the input; but got '{0}'":
    "skip dit combien de mots sont tirés avant, par exemple 20, ou 20, 0 avec ceux d’après l’entrée, pas '{0}'",
  'skip must be a whole number from 0 to {0}, but got {1}':
    'skip doit être un nombre entier de 0 à {0}, et non {1}',
  'sparse tensors have no dropout here; paste x.to_dense()':
    'les tenseurs creux n’ont pas de dropout ici\u00a0; collez x.to_dense()',
  'split gives the keys 0 to {0}, but not [{1}]': 'split donne les clés 0 à {0}, pas [{1}]',
  'split gives {0} keys: say which, as in split(key(0))[0]':
    'split donne {0} clés\u00a0: indiquez laquelle, comme dans split(key(0))[0]',
  'the output fits an input for several p, so p must be given':
    'la sortie convient à une entrée pour plusieurs p\u00a0; indiquez p',
  'the seed in the text is not followed: set it beside the input':
    'la graine du texte n’est pas suivie\u00a0: réglez-la à côté de l’entrée',
  "these are a tensor's fields, without its numbers: paste what x.print() shows":
    'voici les champs d’un tenseur, sans ses nombres\u00a0: collez ce qu’affiche x.print()',
  'this is a program: paste one tensor of it, such as x = torch.ones(2, 3), or what print(x) shows':
    'c’est un programme\u00a0: collez-en un tenseur, comme x = torch.ones(2, 3), ou ce qu’affiche print(x)',
  'this is a second tensor; paste one of them': 'c’est un second tenseur\u00a0; n’en collez qu’un',
  'this is a tuple of tensors: paste one of them':
    'c’est un tuple de tenseurs\u00a0: collez-en un seul',
  "unknown function {0}; did you mean '{1}'?":
    "fonction inconnue {0}\u00a0; vouliez-vous dire '{1}'\u00a0?",
  'unknown function {0}; paste what it prints, or make a tensor by torch.ones(2, 3) or [[1, 2], [3, 4]]':
    'fonction inconnue {0}\u00a0; collez ce qu’elle affiche, ou créez un tenseur avec torch.ones(2, 3) ou [[1, 2], [3, 4]]',
  "unknown layer '{0}'; known are {1}": "couche inconnue '{0}'\u00a0; sont connues {1}",
  'layer must be a name, not {0}': 'layer doit être un nom, et non {0}',
  "unknown method '.{0}'; did you mean '.{1}'?":
    "méthode inconnue '.{0}'\u00a0; vouliez-vous dire '.{1}'\u00a0?",
  'an index is not read here; paste what it prints instead':
    'un indice n’est pas lu ici\u00a0; collez plutôt ce qu’il affiche',
  "unknown method '.{0}'; paste what it prints instead":
    "méthode inconnue '.{0}'\u00a0; collez plutôt ce qu’elle affiche",
  'what is kept is not scaled in the output, so p must be given':
    'ce qui est gardé n’est pas mis à l’échelle dans la sortie\u00a0; indiquez p',
  "words to skip are a whole number from 0, but got '{0}'":
    "les mots à sauter sont un nombre entier à partir de 0, et non '{0}'",
  '{0} draws float32 and float64 only': '{0} ne tire que des float32 et des float64',
  '{0} draws no words one after another that could be skipped':
    '{0} ne tire pas de mots l’un après l’autre que l’on pourrait sauter',
  "{0} has no form '{1}'; it has {2}": "{0} n’a pas la forme '{1}'\u00a0; il a {2}",
  '{0} has no stream in which anything could be skipped':
    '{0} n’a pas de flux dans lequel sauter quoi que ce soit',
  '{0} has whatever is in memory; write torch.ones(2, 3), or paste its numbers':
    '{0} contient ce qui se trouve en mémoire\u00a0; écrivez torch.ones(2, 3), ou collez ses nombres',
  '{0} is a layer or its output: paste the tensor that goes into it, and set layer, p and seed beside it':
    '{0} est une couche ou sa sortie\u00a0: collez le tenseur qui y entre, et réglez couche, p et graine à côté',
  "{0} is not reproduced for NumPy's arrays; write np.tile":
    '{0} n’est pas reproduit pour les tableaux de NumPy\u00a0; écrivez np.tile',
  '{0} is not reproduced here: this is read as float32':
    '{0} n’est pas reproduit ici\u00a0: ceci est lu comme float32',
  '{0} is not reproduced here: this is read as int64':
    '{0} n’est pas reproduit ici\u00a0: ceci est lu comme int64',
  '{0} keeps or drops whole channels, but {1}, and others of its channel say otherwise':
    '{0} garde des canaux entiers ou les met à zéro, mais {1}, et d’autres du même canal disent le contraire',
  "{0} with device={1} is not reproduced; without it the numbers are the CPU's":
    '{0} avec device={1} n’est pas reproduit\u00a0; sans cela, les nombres viennent du CPU',
  '{0}: dropout by hand has no {1}, only Dropout':
    '{0}\u00a0: écrit à la main, le dropout n’a pas de {1}, seulement Dropout',
  '{0}: each layer has a scope of its own there; name it by path=Dropout_1':
    '{0}\u00a0: chaque couche y a sa propre portée\u00a0; nommez-la par path=Dropout_1',
  '{0}: with p = {1} it has to be {2}': '{0}\u00a0: avec p = {1} elle doit être {2}',
  '{0}: with p = {1} it has to be {2} or {3}': '{0}\u00a0: avec p = {1} elle doit être {2} ou {3}',
  '{0}= is {1}, but the numbers before have the shape {2}':
    '{0}= vaut {1}, mais les nombres qui précèdent ont la forme {2}',
};
