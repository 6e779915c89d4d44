import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync, Visitor } from "oxc-parser";
import { readImportGraph } from "./import-graph.mjs";

const takesAnything = new Set(["TSUndefinedKeyword", "TSUnknownKeyword", "TSAnyKeyword"]);

const takesUndefined = (type) => {
  if (type === undefined || type === null) return true;
  if (type.type === "TSUnionType") return type.types.some(takesUndefined);
  if (type.type === "TSParenthesizedType") return takesUndefined(type.typeAnnotation);
  return takesAnything.has(type.type);
};

/**
 * Optional members of types that do not take `undefined`, one sentence each. A caller that compiles
 * with `exactOptionalPropertyTypes` could not pass such a prop or option through.
 *
 * `Partial` makes such members as well: no member of an interface is one, and no interface extends
 * one. The parameters of functions may be: most are internal.
 */
function strictMembersOf(path, text) {
  const { program } = parseSync(path, text);
  const found = [];
  const report = (node) => {
    const line = text.slice(0, node.start).split("\n").length;
    const [source] = text.slice(node.start, node.end).split("\n");
    found.push(`${path}:${line} does not take undefined: ${source}`);
  };
  const checkMember = (node) => {
    if (node.optional && !takesUndefined(node.typeAnnotation?.typeAnnotation)) report(node);
  };
  const isPartial = (node) => node.name === "Partial";
  const checkValue = (node) => {
    if (node?.type === "TSUnionType" || node?.type === "TSIntersectionType") {
      node.types.forEach(checkValue);
    } else if (node?.type === "TSParenthesizedType") {
      checkValue(node.typeAnnotation);
    } else if (node?.type === "TSTypeOperator") {
      checkValue(node.typeAnnotation);
    } else if (node?.type === "TSArrayType") {
      checkValue(node.elementType);
    } else if (node?.type === "TSTypeReference") {
      if (isPartial(node.typeName)) report(node);
      else node.typeArguments?.params.forEach(checkValue);
    }
  };
  new Visitor({
    TSPropertySignature(node) {
      checkMember(node);
      checkValue(node.typeAnnotation?.typeAnnotation);
    },
    PropertyDefinition: checkMember,
    TSMethodSignature(node) {
      // A method has no place for `| undefined`: it is written as a property.
      if (node.optional) report(node);
    },
    TSMappedType(node) {
      if ((node.optional === true || node.optional === "+") && !takesUndefined(node.typeAnnotation))
        report(node);
    },
    TSInterfaceHeritage(node) {
      if (isPartial(node.expression)) report(node);
    },
  }).visit(program);
  return found;
}

/** All of the packages below `root`; empty when every optional member takes `undefined`. */
export function findStrictMembers(root) {
  return [...readImportGraph(root).keys()]
    .filter((path) => /^packages\/[^/]+\/src\//.test(path))
    .flatMap((path) => strictMembersOf(path, readFileSync(join(root, path), "utf8")));
}
