// Where the glue differs from Embind's own library: no memory is lost to a call that throws.
addToLibrary({
  // Copies of texts and bytes in the module's memory, each until the call that it was made for is over.
  // Embind frees them after the call, but not when that throws: then errors.cpp does.
  $lent: '[]',
  $giveBack: (address) => {
    lent.splice(lent.indexOf(address), 1);
    _free(address);
  },
  $giveBack__deps: ['$lent', 'free'],
  $giveAllBack: () => {
    while (lent.length) giveBack(lent[0]);
  },
  $giveAllBack__deps: ['$lent', '$giveBack'],
});

// A text as UTF-8, or a Uint8Array: its size in four bytes, and what it holds.
const text = {
  _embind_register_std_string: (rawType) => {
    registerType(rawType, {
      name: 'std::string',
      fromWireType(address) {
        const text = UTF8ToString(address + 4, HEAPU32[address >> 2]);
        _free(address);
        return text;
      },
      toWireType(destructors, value) {
        const isText = typeof value === 'string';
        const size = isText ? lengthBytesUTF8(value) : value.length;
        const address = _malloc(4 + size + 1);
        if (!address) {
          throw Module.createError('memory', `${size} bytes do not fit into memory`, 0, 0);
        }
        lent.push(address);
        HEAPU32[address >> 2] = size;
        if (isText) stringToUTF8(value, address + 4, size + 1);
        else HEAPU8.set(value, address + 4);
        if (destructors) destructors.push(giveBack, address);
        return address;
      },
      argPackAdvance: GenericWireTypeSize,
      readValueFromPointer: readPointer,
      destructorFunction: giveBack,
    });
  },
  _embind_register_std_string__deps: [
    ...['$registerType', '$readPointer', '$GenericWireTypeSize', '$UTF8ToString', '$stringToUTF8'],
    ...['$lengthBytesUTF8', '$lent', '$giveBack', 'malloc', 'free'],
  ],
};
// -sEMBIND_AOT first runs the module with a library that only lists the bindings, and has no such parts.
if ('$readPointer' in LibraryManager.library) addToLibrary(text);
