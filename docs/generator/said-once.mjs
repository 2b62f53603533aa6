// A plugin of TypeDoc. The reference describes what all layers share only once, under `Dropout`; shows members of a
// base class that is not exported as the class's own; leaves out what only the package itself can call; and gives
// destructured options a name.
import { Converter, ReflectionKind } from 'typedoc';

const inner = ['[handle]', '[isDisposed]'];

/** @param {import('typedoc').Application} app */
export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const one of project.getReflectionsByKind(ReflectionKind.Class)) {
      const isOtherLayer = /Dropout/.test(one.name) && !/^Dropout(Worker)?$/.test(one.name);
      for (const member of [...(one.children ?? [])]) {
        const isShared = isOtherLayer && member.kind !== ReflectionKind.Constructor;
        if (isShared || inner.includes(member.name)) project.removeReflection(member);
      }
    }
  });
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => {
    for (const reflection of Object.values(project.reflections)) {
      for (const relation of ['inheritedFrom', 'overwrites', 'extendedTypes', 'extendedBy']) {
        delete reflection[relation];
      }
      if (reflection.name === '__namedParameters') reflection.name = 'options';
    }
  });
}
