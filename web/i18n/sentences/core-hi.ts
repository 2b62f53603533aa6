// Hindi for what the core says in words of its own, and the elements where no framework has words.
import type { Sentences } from '../localization.ts';

export const sentences: Sentences = {
  "p must be a number from 0 to 1, but got '{0}'": "p 0 से 1 तक की संख्या होनी चाहिए, पर मिला '{0}'",
  "a call is a whole number from 1 to {0}, but got '{1}'":
    "कॉल 1 से {0} तक की पूर्ण संख्या होती है, '{1}' नहीं",
  'expected a number, but found {0}; leave out a line of headings':
    'यहाँ संख्या चाहिए, पर मिला {0}; शीर्षकों की पंक्ति हटा दें',
  "expected '{0}' or '{1}', but got '{2}'": "'{0}' या '{1}' चाहिए, पर मिला '{2}'",
  'expected {0}, but the text ends': 'यहाँ {0} चाहिए, पर पाठ समाप्त हो गया',
  'expected {0}, but found {1}': 'यहाँ {0} चाहिए, पर मिला {1}',
  'a number': 'संख्या',
  "a number or '['": "संख्या या '['",
  'a number, like the ones before': 'पहले जैसी संख्या',
  'a list': 'सूची',
  'a list of {0}, like the ones before': 'पहले की तरह {0} संख्याओं की सूची',
  "',' or '{0}'": "',' या '{0}'",
  'a tensor, such as [1, 2, 3]': 'टेंसर, जैसे [1, 2, 3],',
  'the end of the text': 'पाठ का अंत',
  "'character {0}'": "'वर्ण {0}'",
  'expected a method: .reshape, .view, .float, .double, .long, .to or .astype':
    'यहाँ मेथड चाहिए: .reshape, .view, .float, .double, .long, .to या .astype',
  'expected torch.float32, torch.float64 or torch.int64':
    'यहाँ torch.float32, torch.float64 या torch.int64 चाहिए',
  'too many arguments': 'बहुत अधिक आर्ग्युमेंट',
  "the argument '{0}' is missing": "आर्ग्युमेंट '{0}' नहीं दिया गया",
  "the argument '{0}' must be {1}": "आर्ग्युमेंट '{0}' {1} होना चाहिए",
  'a size such as (2, 3)': '(2, 3) जैसा आकार',
  'a size': 'आकार',
  'a whole number': 'पूर्ण संख्या',
  'a size must be a whole number': 'आकार पूर्ण संख्या होना चाहिए',
  'unexpected argument': 'अनपेक्षित आर्ग्युमेंट',
  "unexpected argument '{0}'": "अनपेक्षित आर्ग्युमेंट '{0}'",
  '{0}= goes with an empty tensor only': '{0}= केवल खाली टेंसर के साथ आता है',
  'more than {0} dimensions': '{0} से अधिक आयाम',
  'more than {0} calls and operators': '{0} से अधिक कॉल और ऑपरेटर',
  'more than {0} parentheses or powers': '{0} से अधिक कोष्ठक या घात',
  'a tuple of one is written with a comma, as in (1,)':
    'एक अवयव वाला टपल अल्पविराम के साथ लिखा जाता है, जैसे (1,)',
  "this print is abbreviated: '...' stands for numbers that are not here":
    "यह प्रिंट संक्षिप्त है: '...' उन संख्याओं की जगह है जो यहाँ नहीं हैं",
  '{0} is no number; write nan for one that is missing':
    '{0} संख्या नहीं है; जो संख्या नहीं है उसके लिए nan लिखें',
  'this cell is empty; write nan for a number that is missing':
    'यह खाना खाली है; जो संख्या नहीं है उसके लिए nan लिखें',
  'not every number is an int64': 'हर संख्या int64 नहीं है',
  '{0} draws from a generator, and none was given':
    '{0} जनरेटर से निकालता है, और कोई जनरेटर नहीं दिया गया',
  '{0} draws from {1}; this one is {2}': '{0} {1} से निकालता है; यह {2} है',
  "PyTorch's generator": 'PyTorch के जनरेटर',
  "NumPy's generator": 'NumPy के जनरेटर',
  "NumPy's default_rng": 'NumPy के default_rng',
  'True and False make a bool tensor, which dropout does not take; write dtype=torch.float32':
    'True और False से bool टेंसर बनता है, जिसे dropout नहीं लेता; dtype=torch.float32 लिखें',
  '{0} is reproduced for whole numbers only; write torch.arange':
    '{0} केवल पूर्ण संख्याओं के लिए उपलब्ध है; torch.arange लिखें',
  '{0} draws int64 only; write .float() after it': '{0} केवल int64 निकालता है; उसके बाद .float() लिखें',
  'unknown function {0}; known are {1}': 'अज्ञात फ़ंक्शन {0}; ज्ञात हैं {1}',
  'an int64 tensor has no arithmetic here; give its numbers a point, or write dtype=torch.float32':
    'यहाँ int64 टेंसर से गणना नहीं होती; संख्याओं में दशमलव बिंदु लगाएँ, या dtype=torch.float32 लिखें',
  "the exponent of '**' must be one number: other powers are not reproduced":
    "'**' का घातांक एक ही संख्या होना चाहिए: अन्य घात उपलब्ध नहीं हैं",
  'of powers only {0} and {1} are reproduced: others differ in the last bit from one machine to the next':
    'केवल {0} और {1} घात उपलब्ध हैं: बाकी का अंतिम बिट हर मशीन पर अलग होता है',
  'the shapes must be equal, but are {0} and {1}': 'आकृतियाँ समान होनी चाहिए, पर हैं {0} और {1}',
  'a power of numbers must be an int64, and both of them whole':
    'संख्याओं की घात int64 होनी चाहिए, और दोनों संख्याएँ पूर्ण',
  'Overflow when unpacking long long: a seed is from -2^63 to 2^64 - 1, but got {0}':
    'Overflow when unpacking long long: seed -2^63 से 2^64 - 1 तक होता है, पर मिला {0}',
  '{0}: {1} does not exist there or is not reproduced': '{0}: {1} वहाँ नहीं है या यहाँ उपलब्ध नहीं',
  '{0}: {1} draws with another kernel there, which is not reproduced':
    '{0}: {1} वहाँ दूसरे kernel से निकालता है, जो यहाँ उपलब्ध नहीं',
  '{0}: {1} draws {2} only': '{0}: {1} केवल {2} निकालता है',
  '{0}: dropout of integers is not reproduced': '{0}: पूर्णांकों का dropout उपलब्ध नहीं',
  '{0} has no {1}, only Dropout': '{0} में {1} नहीं है, केवल Dropout',
  '{0} has no float64 as it comes; use float32': '{0} में बिना बदलाव के float64 नहीं होता; float32 लें',
  'linspace of int64 is not reproduced; use float32 or float64':
    'int64 का linspace उपलब्ध नहीं; float32 या float64 लें',
  'a tensor of shape {0} does not fit into memory': '{0} आकृति का टेंसर मेमोरी में नहीं समाता',
  '{0} bytes do not fit into memory': '{0} बाइट मेमोरी में नहीं समाते',
  'this does not fit into memory': 'यह मेमोरी में नहीं समाता',
  "unknown engine '{0}'; known are {1}": "अज्ञात इंजन '{0}'; ज्ञात हैं {1}",
  "unknown GPU '{0}'; known are {1}": "अज्ञात GPU '{0}'; ज्ञात हैं {1}",
  "the engine {0} has no option '{1}'": "इंजन {0} में विकल्प '{1}' नहीं है",
  'p may be anything from {0} to {1}: the survivors are too small to tell it, so it must be given':
    'p {0} से {1} तक कुछ भी हो सकता है: रखे गए मान इतने छोटे हैं कि पता नहीं चलता; p बताइए',
  'no p gives this output: some of it is dropped, but survivors are not scaled':
    'किसी p से यह आउटपुट नहीं मिलता: कुछ हटाया गया है, पर रखे गए मान बढ़ाए नहीं गए',
  'no p gives this output: {0}, but survivors of dropout do not shrink':
    'किसी p से यह आउटपुट नहीं मिलता: {0}, पर dropout में रखे गए मान घटते नहीं',
  'no p gives this output: {0}, but {1}': 'किसी p से यह आउटपुट नहीं मिलता: {0}, पर {1}',
  'nothing survives in the output, so p must be given': 'आउटपुट में कुछ नहीं बचा; p बताइए',
  'the output is the input, as in eval mode or with p = 0: no seed was used':
    'आउटपुट वही है जो इनपुट, जैसे eval मोड में या p = 0 पर: कोई seed काम में नहीं आया',
  'with p = {0} nothing is drawn: every seed gives this':
    'p = {0} पर कुछ निकाला नहीं जाता: हर seed से यही मिलता है',
  'at {0} the input is {1} and the output {2}': '{0} पर इनपुट {1} है और आउटपुट {2}',
  'the input is {0} and the output {1}': 'इनपुट {0} है और आउटपुट {1}',
  'an output has the shape of its input, but got {0} for {1}':
    'आउटपुट की आकृति इनपुट जैसी होती है, पर {1} के लिए मिली {0}',
  'no element tells whether it was kept or dropped: of 0 and nan neither shows':
    'किसी अवयव से पता नहीं चलता कि वह रखा गया या हटाया गया: 0 और nan में यह नहीं दिखता',
  'a seed to search is from -2^63 to 2^64 - 1, but got {0}':
    'खोजा जाने वाला seed -2^63 से 2^64 - 1 तक होता है, पर मिला {0}',
  '{0} must be a whole number from {1}, but got {2}':
    '{0} कम से कम {1} की पूर्ण संख्या होनी चाहिए, पर मिला {2}',
  '{0} draws no words one after another that could be skipped':
    '{0} एक के बाद एक word नहीं निकालता जिन्हें छोड़ा जा सके',
  '{0}: dropout by hand has no {1}, only Dropout':
    '{0}: हाथ से लिखे dropout में {1} नहीं है, केवल Dropout',
  '{0} keeps or drops whole channels, but {1}, and others of its channel say otherwise':
    '{0} पूरे चैनल रखता या हटाता है, पर {1}, और उसी चैनल के दूसरे मान कुछ और कहते हैं',
  '{0}: with p = {1} it has to be {2} or {3}': '{0}: p = {1} पर वह {2} या {3} होना चाहिए',
  '{0}: with p = {1} it has to be {2}': '{0}: p = {1} पर वह {2} होना चाहिए',
  'what is kept is not scaled in the output, so p must be given':
    'आउटपुट में रखे गए मान बढ़ाए नहीं गए; p बताइए',
  'no p of up to 3 decimals gives this output by {0}': '3 दशमलव तक के किसी p से {0} यह आउटपुट नहीं देता',
  "{0} has no form '{1}'; it has {2}": "{0} में '{1}' रूप नहीं है; इसमें {2} हैं",
  'skip must be a whole number from 0 to {0}, but got {1}':
    'skip 0 से {0} तक की पूर्ण संख्या होनी चाहिए, पर मिली {1}',
  "words to skip are a whole number from 0, but got '{0}'":
    "छोड़े जाने वाले word 0 से शुरू होने वाली पूर्ण संख्या हैं, '{0}' नहीं",
  'the output fits an input for several p, so p must be given':
    'यह आउटपुट एक इनपुट पर कई p के साथ ठीक बैठता है; p बताइए',
  "unknown layer '{0}'; known are {1}": "अज्ञात परत '{0}'; ज्ञात हैं {1}",
  'layer must be a name, not {0}': 'layer एक नाम होना चाहिए, {0} नहीं',
};
