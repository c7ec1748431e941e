// pandoc 3 over files: node pandoc3.mjs PANDOC_WASM_FOLDER FROM TO FILE...
// Writes the output for FILE to FILE.TO; prints what goes wrong, and ends with 1 then.
import {readFileSync, writeFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';

const [folder, from, to, ...files] = process.argv.slice(2);
const {convert} = await import(pathToFileURL(`${folder}/src/index.node.js`));
for (const file of files) {
    const result = await convert({from, to}, readFileSync(file, 'utf8'), {});
    if (result.stderr) {
        process.exitCode = 1;
        console.log(`${file}: ${result.stderr.trim()}`);
    }
    writeFileSync(`${file}.${to}`, result.stdout);
}
