/** The page's shell: what it may load, which is its own script and style, and nothing from anywhere else. */
import { l10n, Uri, type Webview } from 'vscode';

const SCRIPT = 'webview.js';
const STYLE = 'webview.css';

/** Where script and style lie. */
export function resources(extension: Uri): Uri {
  return Uri.joinPath(extension, 'dist');
}

export function page(webview: Webview, extension: Uri): string {
  const nonce = crypto.randomUUID();
  const address = (name: string) => webview.asWebviewUri(Uri.joinPath(resources(extension), name)).toString();
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${l10n.t('Should this be async?')}</title>
    <link rel="stylesheet" href="${address(STYLE)}">
  </head>
  <body>
    <script nonce="${nonce}" src="${address(SCRIPT)}"></script>
  </body>
</html>
`;
}
