// Hindi for what the core says in words of its own, and the elements where no framework has words.
import type { Sentences } from '../localization.ts';

export const sentences: Sentences = {
  "p must be a number from 0 to 1, but got '{0}'": "p 0 से 1 तक की संख्या होनी चाहिए, पर मिला '{0}'",
  "a call is a whole number from 1 to {0}, but got '{1}'":
    "कॉल 1 से {0} तक की पूर्ण संख्या होती है, '{1}' नहीं",
  'expected a number, but found {0}; leave out a line of headings':
    'यहाँ संख्या चाहिए, पर मिला {0}; शीर्षकों की लाइन हटा दीजिए',
  "expected '{0}' or '{1}', but got '{2}'": "'{0}' या '{1}' चाहिए, पर मिला '{2}'",
  'expected {0}, but the text ends': 'यहाँ {0} चाहिए, पर टेक्स्ट समाप्त हो गया',
  'expected {0}, but found {1}': 'यहाँ {0} चाहिए, पर मिला {1}',
  'a number': 'संख्या',
  "a number or '['": "संख्या या '['",
  'a number, like the ones before': 'पहले जैसी संख्या',
  'a list': 'सूची',
  'a list of {0}, like the ones before': 'पहले की तरह {0} संख्याओं की सूची',
  "',' or '{0}'": "',' या '{0}'",
  'a tensor, such as [1, 2, 3]': 'टेंसर, जैसे [1, 2, 3],',
  'the end of the text': 'टेक्स्ट का अंत',
  "'character {0}'": "'वर्ण {0}'",
  'expected torch.float32, torch.float64 or torch.int64':
    'यहाँ torch.float32, torch.float64 या torch.int64 चाहिए',
  'too many arguments': 'बहुत अधिक आर्ग्युमेंट',
  "the argument '{0}' is missing": "आर्ग्युमेंट '{0}' नहीं दिया गया",
  "the argument '{0}' must be {1}": "आर्ग्युमेंट '{0}' {1} होना चाहिए",
  'a size such as (2, 3)': '(2, 3) जैसा आकार',
  'a whole number': 'पूर्ण संख्या',
  'a size must be a whole number': 'आकार पूर्ण संख्या होना चाहिए',
  'unexpected argument': 'अनपेक्षित आर्ग्युमेंट',
  "unexpected argument '{0}'": "अनपेक्षित आर्ग्युमेंट '{0}'",
  '{0}= goes with an empty tensor only': '{0}= केवल खाली टेंसर के साथ आता है',
  'more than {0} dimensions': '{0} से अधिक आयाम',
  'more than {0} calls and operators': '{0} से अधिक कॉल और ऑपरेटर',
  'more than {0} parentheses or powers': '{0} से अधिक कोष्ठक या घात',
  'a tuple of one is written with a comma, as in (1,)':
    'एक एलिमेंट वाला टपल अल्पविराम के साथ लिखा जाता है, जैसे (1,)',
  "this print is abbreviated: '...' stands for numbers that are not here":
    "यह प्रिंट संक्षिप्त है: '...' उन संख्याओं की जगह है जो यहाँ नहीं हैं",
  '{0} is no number; write nan for one that is missing':
    '{0} संख्या नहीं है; जो संख्या नहीं है उसके लिए nan लिखिए',
  'this cell is empty; write nan for a number that is missing':
    'यह खाना खाली है; जो संख्या नहीं है उसके लिए nan लिखिए',
  'not every number is an int64': 'हर संख्या int64 नहीं है',
  '{0} draws from a generator, and none was given':
    '{0} जनरेटर से ड्रॉ करता है, और कोई जनरेटर नहीं दिया गया',
  '{0} draws from {1}; this one is {2}': '{0} {1} से ड्रॉ करता है; यह {2} है',
  "PyTorch's generator": 'PyTorch के जनरेटर',
  "NumPy's generator": 'NumPy के जनरेटर',
  "NumPy's default_rng": 'NumPy के default_rng',
  'True and False make a bool tensor, which dropout does not take; write dtype=torch.float32':
    'True और False से bool टेंसर बनता है, जिसे ड्रॉपआउट नहीं लेता; dtype=torch.float32 लिखिए',
  '{0} is reproduced for whole numbers only; write torch.arange':
    '{0} केवल पूर्ण संख्याओं के लिए उपलब्ध है; torch.arange लिखिए',
  '{0} draws int64 only; write .float() after it':
    '{0} केवल int64 ड्रॉ करता है; उसके बाद .float() लिखिए',
  "the exponent of '**' must be one number: other powers are not reproduced":
    "'**' का घातांक एक ही संख्या होना चाहिए: अन्य घात उपलब्ध नहीं हैं",
  'of powers only {0} and {1} are reproduced: others differ in the last bit from one machine to the next':
    'केवल {0} और {1} घात उपलब्ध हैं: बाकी का अंतिम बिट हर मशीन पर अलग होता है',
  'Overflow when unpacking long long: a seed is from -2^63 to 2^64 - 1, but got {0}':
    'Overflow when unpacking long long: seed -2^63 से 2^64 - 1 तक होता है, पर मिला {0}',
  '{0}: {1} does not exist there or is not reproduced': '{0}: {1} वहाँ नहीं है या यहाँ उपलब्ध नहीं',
  '{0}: {1} draws with another kernel there, which is not reproduced':
    '{0}: {1} वहाँ दूसरे kernel से ड्रॉ करता है, जो यहाँ उपलब्ध नहीं',
  '{0}: {1} draws {2} only': '{0}: {1} केवल {2} ड्रॉ करता है',
  '{0}: dropout of a tensor that is not contiguous is not reproduced':
    '{0}: जिस टेंसर की संख्याएँ मेमोरी में लगातार नहीं हैं, उसका ड्रॉपआउट उपलब्ध नहीं',
  '{0}: dropout of integers in place is not reproduced': '{0}: पूर्णांकों का inplace ड्रॉपआउट उपलब्ध नहीं',
  '{0} has no {1}, only Dropout': '{0} में {1} नहीं है, केवल Dropout',
  '{0} has no float64 as it comes; use float32':
    '{0} में बिना बदलाव के float64 नहीं होता; float32 लीजिए',
  'linspace of int64 is not reproduced; use float32 or float64':
    'int64 का linspace उपलब्ध नहीं; float32 या float64 लीजिए',
  'a tensor of shape {0} does not fit into memory': '{0} शेप का टेंसर मेमोरी में नहीं समाता',
  '{0} bytes do not fit into memory': '{0} बाइट मेमोरी में नहीं समाते',
  'this does not fit into memory': 'यह मेमोरी में नहीं समाता',
  "unknown engine '{0}'; known are {1}": "अज्ञात इंजन '{0}'; ज्ञात हैं {1}",
  "unknown GPU '{0}'; known are {1}": "अज्ञात GPU '{0}'; ज्ञात हैं {1}",
  "the engine {0} has no option '{1}'": "इंजन {0} में विकल्प '{1}' नहीं है",
  'p may be anything from {0} to {1}: the survivors are too small to tell it, so it must be given':
    'p {0} से {1} तक कुछ भी हो सकता है: रखे गए मान इतने छोटे हैं कि पता नहीं चलता; p बताइए',
  'no p gives this output: some of it is dropped, but survivors are not scaled':
    'किसी p से यह आउटपुट नहीं मिलता: कुछ ड्रॉप हुआ है, पर रखे गए मान स्केल नहीं हुए',
  'no p gives this output: {0}, but survivors of dropout do not shrink':
    'किसी p से यह आउटपुट नहीं मिलता: {0}, पर ड्रॉपआउट में रखे गए मान घटते नहीं',
  'no p gives this output: {0}, but {1}': 'किसी p से यह आउटपुट नहीं मिलता: {0}, पर {1}',
  'nothing survives in the output, so p must be given': 'आउटपुट में कुछ नहीं बचा; p बताइए',
  'the output is the input, as in eval mode or with p = 0: no seed was used':
    'आउटपुट वही है जो इनपुट, जैसे eval मोड में या p = 0 पर: कोई seed काम में नहीं आया',
  'with p = {0} nothing is drawn: every seed gives this':
    'p = {0} पर कुछ ड्रॉ नहीं होता: हर seed से यही मिलता है',
  'at {0} the input is {1} and the output {2}': '{0} पर इनपुट {1} है और आउटपुट {2}',
  'the input is {0} and the output {1}': 'इनपुट {0} है और आउटपुट {1}',
  'an output has the shape of its input, but got {0} for {1}':
    'आउटपुट का शेप इनपुट जैसा होता है, पर {1} की जगह मिला {0}',
  'no element tells whether it was kept or dropped: of 0 and nan neither shows':
    'किसी एलिमेंट से पता नहीं चलता कि वह रखा गया या ड्रॉप हुआ: 0 और nan में यह नहीं दिखता',
  'a seed to search is from -2^63 to 2^64 - 1, but got {0}':
    'खोजा जाने वाला seed -2^63 से 2^64 - 1 तक होता है, पर मिला {0}',
  '{0} must be a whole number from {1}, but got {2}':
    '{0} कम से कम {1} की पूर्ण संख्या होनी चाहिए, पर मिला {2}',
  'True and False are read as 1 and 0': 'True और False को 1 और 0 मानकर पढ़ा गया है',
  'a dtype or a device': 'dtype या डिवाइस',
  'a key has two words from 0 to 2^32 - 1, but got {0}':
    'key में 0 से 2^32 - 1 तक के दो वर्ड होते हैं, {0} नहीं',
  'a list of lists like the ones before': 'पहले जैसी सूचियों की सूची',
  'a list of more than {0} elements': '{0} से ज़्यादा एलिमेंट की सूची',
  'a text in quotation marks is no number; take them away':
    'उद्धरण चिह्नों में लिखा टेक्स्ट संख्या नहीं है; चिह्न हटाइए',
  'an int64 tensor of TensorFlow has no such arithmetic here; give its numbers a point, or write dtype=tf.float32':
    'TensorFlow के int64 टेंसर की यह गणना यहाँ नहीं होती; संख्याओं में दशमलव बिंदु लगाइए या dtype=tf.float32 लिखिए',
  'complex numbers have no dropout here': 'सम्मिश्र संख्याओं का ड्रॉपआउट यहाँ नहीं है',
  "expected a key of JAX, such as split(key(0))[1] or its two words [0, 42], but found '{0}'":
    "JAX की key चाहिए, जैसे split(key(0))[1] या उसके दो वर्ड [0, 42], पर मिला '{0}'",
  "keys of '{0}' are not reproduced, only threefry2x32":
    "'{0}' की key यहाँ नहीं बनतीं, केवल threefry2x32 की",
  'no p of up to 3 decimals gives this output by {0}': '3 दशमलव तक के किसी p से {0} यह आउटपुट नहीं देता',
  'num of split is a whole number from 1 to {0}, but got {1}':
    'split का num 1 से {0} तक की पूर्ण संख्या होता है, {1} नहीं',
  'of powers of numbers only exact ones are reproduced': 'संख्याओं के घातों में केवल सटीक घात उपलब्ध हैं',
  'quantised tensors have no dropout here; paste x.dequantize()':
    'क्वांटाइज़ किए टेंसर का ड्रॉपआउट यहाँ नहीं है; x.dequantize() पेस्ट कीजिए',
  'skip is at most {0}': 'skip अधिक से अधिक {0} हो सकता है',
  "skip is how many words are drawn before, such as 20, or 20, 0 with those after the input; but got '{0}'":
    "skip बताता है कि पहले कितने वर्ड ड्रॉ होते हैं, जैसे 20, या इनपुट के बाद वालों के साथ 20, 0; '{0}' नहीं",
  'skip must be a whole number from 0 to {0}, but got {1}':
    'skip 0 से {0} तक की पूर्ण संख्या होनी चाहिए, पर मिली {1}',
  'sparse tensors have no dropout here; paste x.to_dense()':
    'स्पार्स टेंसर का ड्रॉपआउट यहाँ नहीं है; x.to_dense() पेस्ट कीजिए',
  'split gives the keys 0 to {0}, but not [{1}]': 'split 0 से {0} तक की key देता है, [{1}] नहीं',
  'split gives {0} keys: say which, as in split(key(0))[0]':
    'split {0} key देता है: बताइए कौन-सी, जैसे split(key(0))[0]',
  'the output fits an input for several p, so p must be given':
    'यह आउटपुट एक इनपुट पर कई p के साथ ठीक बैठता है; p बताइए',
  'the seed in the text is not followed: set it beside the input':
    'टेक्स्ट में लिखा seed नहीं माना जाता: उसे इनपुट के साथ वाले खाने में लिखिए',
  "these are a tensor's fields, without its numbers: paste what x.print() shows":
    'ये टेंसर के फ़ील्ड हैं, उसकी संख्याओं के बिना: x.print() जो दिखाता है, उसे पेस्ट कीजिए',
  'this is a program: paste one tensor of it, such as x = torch.ones(2, 3), or what print(x) shows':
    'यह एक प्रोग्राम है: इसका कोई एक टेंसर पेस्ट कीजिए, जैसे x = torch.ones(2, 3), या print(x) का आउटपुट',
  'this is a second tensor; paste one of them': 'यह दूसरा टेंसर है; केवल एक पेस्ट कीजिए',
  'this is a tuple of tensors: paste one of them': 'यह टेंसरों का टपल है: इनमें से एक पेस्ट कीजिए',
  "unknown function {0}; did you mean '{1}'?": "अज्ञात फ़ंक्शन {0}; क्या आपका मतलब '{1}' था?",
  'unknown function {0}; paste what it prints, or make a tensor by torch.ones(2, 3) or [[1, 2], [3, 4]]':
    'अज्ञात फ़ंक्शन {0}; वह जो प्रिंट करे उसे पेस्ट कीजिए, या torch.ones(2, 3) या [[1, 2], [3, 4]] से टेंसर बनाइए',
  "unknown layer '{0}'; known are {1}": "अज्ञात परत '{0}'; ज्ञात हैं {1}",
  'layer must be a name, not {0}': 'layer एक नाम होना चाहिए, {0} नहीं',
  "unknown method '.{0}'; did you mean '.{1}'?": "अज्ञात मेथड '.{0}'; क्या आपका मतलब '.{1}' था?",
  'an index is not read here; paste what it prints instead':
    'index यहाँ नहीं पढ़ा जाता; उसकी जगह प्रिंट हुआ आउटपुट पेस्ट कीजिए',
  "unknown method '.{0}'; paste what it prints instead":
    "अज्ञात मेथड '.{0}'; उसकी जगह उसका प्रिंट किया आउटपुट पेस्ट कीजिए",
  'what is kept is not scaled in the output, so p must be given':
    'आउटपुट में रखे गए मान स्केल नहीं हुए; p बताइए',
  "words to skip are a whole number from 0, but got '{0}'":
    "छोड़े जाने वाले वर्ड 0 से शुरू होने वाली पूर्ण संख्या हैं, '{0}' नहीं",
  '{0} draws float32 and float64 only': '{0} केवल float32 और float64 के ड्रॉ करता है',
  '{0} draws no words one after another that could be skipped':
    '{0} एक के बाद एक वर्ड ड्रॉ नहीं करता जिन्हें छोड़ा जा सके',
  "{0} has no form '{1}'; it has {2}": "{0} में '{1}' रूप नहीं है; इसमें {2} हैं",
  '{0} has no stream in which anything could be skipped':
    '{0} में ऐसी कोई स्ट्रीम नहीं जिसमें कुछ छोड़ा जा सके',
  '{0} has whatever is in memory; write torch.ones(2, 3), or paste its numbers':
    '{0} में मेमोरी में पड़ी कोई भी संख्याएँ होती हैं; torch.ones(2, 3) लिखिए, या संख्याएँ पेस्ट कीजिए',
  '{0} is a layer or its output: paste the tensor that goes into it, and set layer, p and seed beside it':
    '{0} एक परत या उसका आउटपुट है: उसमें जाने वाला टेंसर पेस्ट कीजिए, और परत, p व seed साथ में चुनिए',
  "{0} is not reproduced for NumPy's arrays; write np.tile":
    '{0} NumPy के array के लिए उपलब्ध नहीं; np.tile लिखिए',
  '{0} is not reproduced here: this is read as float32':
    '{0} यहाँ उपलब्ध नहीं: इसे float32 मानकर पढ़ा गया है',
  '{0} is not reproduced here: this is read as int64':
    '{0} यहाँ उपलब्ध नहीं: इसे int64 मानकर पढ़ा गया है',
  '{0} keeps or drops whole channels, but {1}, and others of its channel say otherwise':
    '{0} पूरे चैनल रखता या ड्रॉप करता है, पर {1}, और उसी चैनल के दूसरे मान कुछ और कहते हैं',
  "{0} with device={1} is not reproduced; without it the numbers are the CPU's":
    'device={1} के साथ {0} यहाँ नहीं बनता; इसके बिना संख्याएँ CPU की होती हैं',
  '{0}: dropout by hand has no {1}, only Dropout':
    '{0}: हाथ से लिखे ड्रॉपआउट में {1} नहीं है, केवल Dropout',
  '{0}: each layer has a scope of its own there; name it by path=Dropout_1':
    '{0}: वहाँ हर परत का अपना scope होता है; उसे path=Dropout_1 से बताइए',
  '{0}: with p = {1} it has to be {2}': '{0}: p = {1} पर वह {2} होना चाहिए',
  '{0}: with p = {1} it has to be {2} or {3}': '{0}: p = {1} पर वह {2} या {3} होना चाहिए',
  '{0}= is {1}, but the numbers before have the shape {2}':
    '{0}= {1} है, पर पहले लिखी संख्याओं का शेप {2} है',
};
