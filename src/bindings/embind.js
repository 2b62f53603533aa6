// Where the glue differs from Embind's own library: no memory is lost to a call that throws, and there is
// nothing for what the bindings do not have.
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
  $utf8Encoder: 'new TextEncoder()',
  _embind_register_std_string: (rawType) => {
    registerType(rawType, {
      name: 'std::string',
      fromWireType(address) {
        const text = UTF8ToString(address + 4, HEAPU32[address >> 2]);
        _free(address);
        return text;
      },
      toWireType(destructors, value) {
        const bytes = typeof value === 'string' ? utf8Encoder.encode(value) : value;
        const size = bytes.length;
        const address = _malloc(4 + size);
        if (!address) {
          throw Module.createError('memory', `${size} bytes do not fit into memory`, 0, 0);
        }
        lent.push(address);
        HEAPU32[address >> 2] = size;
        HEAPU8.set(bytes, address + 4);
        if (destructors) destructors.push(giveBack, address);
        return address;
      },
      argPackAdvance: GenericWireTypeSize,
      readValueFromPointer: readPointer,
      destructorFunction: giveBack,
    });
  },
  _embind_register_std_string__deps: [
    ...['$registerType', '$readPointer', '$GenericWireTypeSize', '$UTF8ToString', '$lent'],
    ...['$giveBack', '$utf8Encoder', 'malloc', 'free'],
  ],
};

// Classes of C++ that derive from nothing, whose objects cross as plain pointers: JavaScript's own for one
// is the only one that there is, and web/core deletes it, also when it is forgotten.
const objects = {
  $RegisteredPointer: function (name, registeredClass, isReference) {
    Object.assign(this, { name, registeredClass, isReference });
  },
  $RegisteredPointer__deps: ['$init_RegisteredPointer'],
  $init_RegisteredPointer: () => {
    Object.assign(RegisteredPointer.prototype, {
      destructorFunction: null,
      fromWireType(ptr) {
        if (!ptr) return null;
        const $$ = { value: { ptr, ptrType: this } };
        return Object.create(this.registeredClass.instancePrototype, { $$ });
      },
      toWireType(_, object) {
        if (object === null && !this.isReference) return 0;
        const { ptr, ptrType } = object?.$$ ?? {};
        if (!ptr || ptrType.registeredClass !== this.registeredClass) {
          throwBindingError(`this is no ${this.name}, or deleted`);
        }
        return ptr;
      },
    });
  },
  $init_RegisteredPointer__deps: ['$RegisteredPointer', '$throwBindingError'],
  $init_ClassHandle: () => {
    ClassHandle.prototype.delete = function () {
      const { ptr, ptrType } = this.$$;
      if (!ptr) throwBindingError('this is deleted');
      this.$$.ptr = 0;
      ptrType.registeredClass.rawDestructor(ptr);
    };
  },
  $init_ClassHandle__deps: ['$ClassHandle', '$throwBindingError'],
};

// No value is read from the module's memory but by web/core, and its types keep out all wrong ones.
const values = {
  $integerReadValueFromPointer: () => undefined,
  $floatReadValueFromPointer: () => undefined,
  $embindRepr: (value) => String(value),
};

// Each name is registered once, with all of its types, and needs no change to be JavaScript's.
const names = {
  $exposePublicSymbol: (name, value) => {
    Module[name] = value;
  },
  $exposePublicSymbol__deps: [],
  $replacePublicSymbol: (name, value) => {
    Module[name] = value;
  },
  $replacePublicSymbol__deps: [],
  $ensureOverloadTable: (_, name) => throwBindingError(`${name} is there twice`),
  $throwUnboundTypeError: (message) => throwBindingError(message),
  $throwUnboundTypeError__deps: ['$throwBindingError'],
  $makeLegalFunctionName: (name) => name,
  $makeLegalFunctionName__deps: [],
  $readLatin1String: (address) => UTF8ToString(address),
  $readLatin1String__deps: ['$UTF8ToString'],
};

// -sEMBIND_AOT first runs the module with a library that only lists the bindings, and has no such parts.
if ('$readPointer' in LibraryManager.library)
  addToLibrary({ ...text, ...objects, ...values, ...names });
