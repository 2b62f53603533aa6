// French for what the core says in words of its own, and the elements where no framework has words.
import type { Sentences } from '../localization.ts';

export const sentences: Sentences = {
  "p must be a number from 0 to 1, but got '{0}'": "p doit être un nombre de 0 à 1, et non '{0}'",
  "a call is a whole number from 1 to {0}, but got '{1}'":
    "un appel est un entier de 1 à {0}, pas '{1}'",
  'expected a number, but found {0}; leave out a line of headings':
    'attendu : un nombre, et non {0} ; supprimez la ligne d’en-têtes',
  "expected '{0}' or '{1}', but got '{2}'": "attendu : '{0}' ou '{1}', et non '{2}'",
  'expected {0}, but the text ends': 'attendu : {0}, mais le texte s’arrête ici',
  'expected {0}, but found {1}': 'attendu : {0}, et non {1}',
  'a number': 'un nombre',
  "a number or '['": "un nombre ou '['",
  'a number, like the ones before': 'un nombre, comme ceux qui précèdent',
  'a list': 'une liste',
  'a list of {0}, like the ones before': 'une liste de {0}, comme celles qui précèdent',
  "',' or '{0}'": "',' ou '{0}'",
  'a tensor, such as [1, 2, 3]': 'un tenseur, par exemple [1, 2, 3]',
  'the end of the text': 'la fin du texte',
  "'character {0}'": "'caractère {0}'",
  'expected a method: .reshape, .view, .float, .double, .long, .to or .astype':
    'attendu : une méthode, .reshape, .view, .float, .double, .long, .to ou .astype',
  'expected torch.float32, torch.float64 or torch.int64':
    'attendu : torch.float32, torch.float64 ou torch.int64',
  'too many arguments': 'trop d’arguments',
  "the argument '{0}' is missing": "l’argument '{0}' manque",
  "the argument '{0}' must be {1}": "l’argument '{0}' doit être {1}",
  'a size such as (2, 3)': 'une taille comme (2, 3)',
  'a size': 'une taille',
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
    "cet affichage est abrégé : '...' remplace des nombres qui n’y sont pas",
  '{0} is no number; write nan for one that is missing':
    '{0} n’est pas un nombre ; écrivez nan pour celui qui manque',
  'this cell is empty; write nan for a number that is missing':
    'cette case est vide ; écrivez nan pour un nombre qui manque',
  'not every number is an int64': 'ces nombres ne sont pas tous des int64',
  '{0} draws from a generator, and none was given':
    '{0} tire d’un générateur, et aucun n’a été donné',
  '{0} draws from {1}; this one is {2}': '{0} tire du {1} ; celui-ci est {2}',
  "PyTorch's generator": 'générateur de PyTorch',
  "NumPy's generator": 'générateur de NumPy',
  "NumPy's default_rng": 'default_rng de NumPy',
  'True and False make a bool tensor, which dropout does not take; write dtype=torch.float32':
    'True et False donnent un tenseur bool, que dropout n’accepte pas ; écrivez dtype=torch.float32',
  '{0} is reproduced for whole numbers only; write torch.arange':
    '{0} n’est reproduit que pour des nombres entiers ; écrivez torch.arange',
  '{0} draws int64 only; write .float() after it':
    '{0} ne tire que des int64 ; écrivez .float() à la suite',
  'unknown function {0}; known are {1}': 'fonction inconnue {0} ; sont connues {1}',
  'an int64 tensor has no arithmetic here; give its numbers a point, or write dtype=torch.float32':
    'on ne calcule pas ici avec un tenseur int64 ; donnez un point à ses nombres, ou écrivez dtype=torch.float32',
  "the exponent of '**' must be one number: other powers are not reproduced":
    "l’exposant de '**' doit être un seul nombre : les autres puissances ne sont pas reproduites",
  'of powers only {0} and {1} are reproduced: others differ in the last bit from one machine to the next':
    'seules les puissances {0} et {1} sont reproduites : les autres diffèrent au dernier bit d’une machine à l’autre',
  'the shapes must be equal, but are {0} and {1}':
    'les formes doivent être égales, mais ce sont {0} et {1}',
  'a power of numbers must be an int64, and both of them whole':
    'une puissance de nombres doit être un int64, et les deux nombres entiers',
  'Overflow when unpacking long long: a seed is from -2^63 to 2^64 - 1, but got {0}':
    'Overflow when unpacking long long: une graine va de -2^63 à 2^64 - 1, et non {0}',
  '{0}: {1} does not exist there or is not reproduced':
    '{0} : {1} n’y existe pas ou n’est pas reproduit',
  '{0}: {1} draws with another kernel there, which is not reproduced':
    '{0} : {1} y tire avec un autre noyau, qui n’est pas reproduit',
  '{0}: {1} draws {2} only': '{0} : {1} ne tire que du {2}',
  '{0}: dropout of integers is not reproduced': '{0} : le dropout d’entiers n’est pas reproduit',
  '{0} has no {1}, only Dropout': '{0} n’a pas {1}, seulement Dropout',
  '{0} has no float64 as it comes; use float32':
    '{0} n’a pas de float64 par défaut ; prenez float32',
  'linspace of int64 is not reproduced; use float32 or float64':
    'linspace en int64 n’est pas reproduit ; prenez float32 ou float64',
  'a tensor of shape {0} does not fit into memory':
    'un tenseur de forme {0} ne tient pas en mémoire',
  '{0} bytes do not fit into memory': '{0} octets ne tiennent pas en mémoire',
  'this does not fit into memory': 'cela ne tient pas en mémoire',
  "unknown engine '{0}'; known are {1}": "moteur inconnu '{0}' ; sont connus {1}",
  "unknown GPU '{0}'; known are {1}": "GPU inconnu '{0}' ; sont connus {1}",
  "the engine {0} has no option '{1}'": "le moteur {0} n’a pas d’option '{1}'",
  'p may be anything from {0} to {1}: the survivors are too small to tell it, so it must be given':
    'p peut aller de {0} à {1} : les valeurs gardées sont trop petites pour le dire ; indiquez-le',
  'no p gives this output: some of it is dropped, but survivors are not scaled':
    'aucun p ne donne cette sortie : il y a des valeurs annulées, mais les autres ne sont pas mises à l’échelle',
  'no p gives this output: {0}, but survivors of dropout do not shrink':
    'aucun p ne donne cette sortie : {0}, mais ce que le dropout garde ne diminue pas',
  'no p gives this output: {0}, but {1}': 'aucun p ne donne cette sortie : {0}, mais {1}',
  'nothing survives in the output, so p must be given':
    'rien n’est gardé dans la sortie ; indiquez p',
  'the output is the input, as in eval mode or with p = 0: no seed was used':
    'la sortie est l’entrée, comme en mode eval ou avec p = 0 : aucune graine n’a servi',
  'with p = {0} nothing is drawn: every seed gives this':
    'avec p = {0} rien n’est tiré : toute graine donne cela',
  'at {0} the input is {1} and the output {2}': 'en {0} l’entrée est {1} et la sortie {2}',
  'the input is {0} and the output {1}': 'l’entrée est {0} et la sortie {1}',
  'an output has the shape of its input, but got {0} for {1}':
    'une sortie a la forme de son entrée, mais voici {0} au lieu de {1}',
  'no element tells whether it was kept or dropped: of 0 and nan neither shows':
    'aucun élément ne dit s’il a été gardé ou annulé : pour 0 et nan, cela ne se voit pas',
  'a seed to search is from -2^63 to 2^64 - 1, but got {0}':
    'une graine cherchée va de -2^63 à 2^64 - 1, et non {0}',
  '{0} must be a whole number from {1}, but got {2}':
    '{0} doit être un nombre entier à partir de {1}, pas {2}',
  '{0} draws no words one after another that could be skipped':
    '{0} ne tire pas de mots l’un après l’autre que l’on pourrait sauter',
  '{0}: dropout by hand has no {1}, only Dropout':
    '{0} : écrit à la main, le dropout n’a pas de {1}, seulement Dropout',
  '{0} keeps or drops whole channels, but {1}, and others of its channel say otherwise':
    '{0} garde ou annule des canaux entiers, mais {1}, et d’autres du même canal disent le contraire',
  '{0}: with p = {1} it has to be {2} or {3}': '{0} : avec p = {1} elle doit être {2} ou {3}',
  '{0}: with p = {1} it has to be {2}': '{0} : avec p = {1} elle doit être {2}',
  'what is kept is not scaled in the output, so p must be given':
    'ce qui est gardé n’est pas mis à l’échelle dans la sortie ; indiquez p',
  'no p of up to 3 decimals gives this output by {0}':
    'aucun p d’au plus 3 décimales ne donne cette sortie avec {0}',
  "{0} has no form '{1}'; it has {2}": '{0} n’a pas la forme « {1} » ; il a {2}',
  'skip must be a whole number from 0 to {0}, but got {1}':
    'skip doit être un nombre entier de 0 à {0}, et non {1}',
  "words to skip are a whole number from 0, but got '{0}'":
    'les mots à sauter sont un nombre entier à partir de 0, et non « {0} »',
  'the output fits an input for several p, so p must be given':
    'la sortie convient à une entrée pour plusieurs p ; indiquez p',
  "unknown layer '{0}'; known are {1}": 'couche inconnue « {0} » ; sont connues {1}',
  'layer must be a name, not {0}': 'layer doit être un nom, et non {0}',
};
