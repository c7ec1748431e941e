// Validates JSON files against a schema: node validate_json.js SCHEMA FILE...
// Tells the first fault of each file, with the alternatives that were tried; exit code 1 if there was one.
const fs = require('fs');
const Ajv = require('ajv/dist/2020');

const [schema, ...files] = process.argv.slice(2);
const load = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));
const validate = new Ajv({strictTypes: false, validateFormats: false})
                     .compile(load(schema));
for (const file of files) {
    if (validate(load(file))) continue;
    process.exitCode = 1;
    for (const fault of validate.errors.slice(0, 20)) console.log(`${file}: ${fault.instancePath} ${fault.message}`);
}
