// Replaces parts of Embind's own library in the glue. A call that throws loses no memory here, and there is no
// code for what the bindings do not have.
addToLibrary({
  // The copies of texts and bytes in the module's memory, each of which is needed during one call. Embind frees
  // them after the call. If the call throws, errors.cpp frees them.
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

// A text as UTF-8, or a Uint8Array: its size in four bytes, and then its bytes.
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
          throw Module.createError('memory', '{0} bytes do not fit into memory', `[${size}]`, 0, 0);
        }
        lent.push(address);
        HEAPU32[address >> 2] = size;
        HEAPU8.set(bytes, address + 4);
        if (destructors) destructors.push(giveBack, address);
        return address;
      },
      destructorFunction: giveBack,
    });
  },
  _embind_register_std_string__deps: [
    ...['$registerType', '$UTF8ToString', '$lent', '$giveBack', '$utf8Encoder', 'malloc', 'free'],
  ],
};

// Classes without base classes, whose objects are made by functions and cross as plain pointers. For each pointer
// there is only one object in JavaScript, and web/core deletes it, also if it is forgotten.
const classes = {
  _embind_register_class: (value, pointer, constPointer, ...others) => {
    const [name, signature, destructor] = others.slice(-3);
    const destroy = embind__requireFunction(signature, destructor);
    const nameOfClass = UTF8ToString(name);
    class Handle {
      constructor(address) {
        this.address = address;
      }

      delete() {
        const address = addressOf(this);
        this.address = 0;
        destroy(address);
      }
    }
    const addressOf = (object) => {
      if (!(object instanceof Handle && object.address)) {
        throwBindingError(`this is no ${nameOfClass}, or deleted`);
      }
      return object.address;
    };
    const functions = {};
    Module[nameOfClass] = functions;
    const registerAs = (type, toWireType) =>
      registerType(type, {
        name: nameOfClass,
        functions,
        methods: Handle.prototype,
        fromWireType: (address) => (address ? new Handle(address) : null),
        toWireType,
        destructorFunction: null,
      });
    registerAs(value, (_, object) => addressOf(object));
    for (const type of [pointer, constPointer]) {
      registerAs(type, (_, object) => (object === null ? 0 : addressOf(object)));
    }
  },
  _embind_register_class__deps: [
    ...['$registerType', '$embind__requireFunction', '$throwBindingError', '$UTF8ToString'],
  ],
};

// Functions without overloads: each name is unique in the module or in its class.
const functions = {
  $registerFunction: (isMethod, inClass, name, count, types, signature, invoker, context) => {
    const call = embind__requireFunction(signature, invoker);
    const others = heap32VectorToArray(count, types);
    whenDependentTypesAreResolved([], inClass ? [inClass, ...others] : others, (resolved) => {
      const owner = inClass ? resolved.shift() : { functions: Module };
      // In the types of a method, that of its object follows that of its result.
      if (!isMethod) resolved.splice(1, 0, null);
      const key = UTF8ToString(name);
      const made = craftInvokerFunction(key, resolved, isMethod ? owner : null, call, context);
      owner[isMethod ? 'methods' : 'functions'][key] = made;
      return [];
    });
  },
  $registerFunction__deps: [
    ...['$embind__requireFunction', '$whenDependentTypesAreResolved', '$craftInvokerFunction'],
    ...['$heap32VectorToArray', '$UTF8ToString'],
  ],
  _embind_register_function: (...about) => registerFunction(false, 0, ...about),
  _embind_register_function__deps: ['$registerFunction'],
  _embind_register_class_class_function: (...about) => registerFunction(false, ...about),
  _embind_register_class_class_function__deps: ['$registerFunction'],
  _embind_register_class_function: (...about) => registerFunction(true, ...about),
  _embind_register_class_function__deps: ['$registerFunction'],
};

// Checks and conversions that are not needed: only web/core reads values from the module's memory, its types keep
// out wrong values, and names are ASCII.
const values = {
  $integerReadValueFromPointer: () => undefined,
  $floatReadValueFromPointer: () => undefined,
  $embindRepr: (value) => String(value),
  $readLatin1String: (address) => UTF8ToString(address),
  $readLatin1String__deps: ['$UTF8ToString'],
};

// -sEMBIND_AOT first runs the module with a library that only lists the bindings and lacks these parts.
if ('$readPointer' in LibraryManager.library)
  addToLibrary({ ...text, ...classes, ...functions, ...values });
