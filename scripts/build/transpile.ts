import ts from 'typescript';

/**
 * Turns one component module from TypeScript into the JavaScript that the platform's LWC compiler takes: types are
 * removed, everything else (decorators and class fields above all) stays as it was written, because that compiler
 * does its own transformation of them and strips no types.
 */
export function transpileComponent(source: string, fileName: string): string {
  const result = ts.transpileModule(source, {
    fileName,
    reportDiagnostics: true,
    compilerOptions: {
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.ESNext,
      experimentalDecorators: false,
      useDefineForClassFields: true,
      verbatimModuleSyntax: true,
      newLine: ts.NewLineKind.LineFeed
    }
  });
  const [problem] = result.diagnostics ?? [];
  if (problem) throw new SyntaxError(describe(problem, fileName));
  return result.outputText;
}

function describe(problem: ts.Diagnostic, fileName: string): string {
  const text = ts.flattenDiagnosticMessageText(problem.messageText, ' ');
  if (!problem.file || problem.start === undefined) return `${fileName}: ${text}`;
  const { line, character } = problem.file.getLineAndCharacterOfPosition(problem.start);
  return `${fileName}:${line + 1}:${character + 1}: ${text}`;
}
