// Says which values a JSON schema takes: node judge_schema.js AJV SCHEMA < CASES
// CASES is a JSON array of {definition, value}; `definition` is a name in $defs, or null for the whole schema.
// Prints an array with null for each value that is taken, and a complaint for each other.
const fs = require('fs');

const [ajv, schema] = process.argv.slice(2);
const Ajv = require(ajv + '/dist/2020');
const judge = new Ajv({strict: true, strictRequired: false});
const loaded = JSON.parse(fs.readFileSync(schema, 'utf8'));
judge.addSchema(loaded);
const verdicts = JSON.parse(fs.readFileSync(0, 'utf8')).map(({definition, value}) => {
    const validate = judge.getSchema(loaded.$id + (definition ? '#/$defs/' + definition : ''));
    return validate(value) ? null : judge.errorsText(validate.errors);
});
console.log(JSON.stringify(verdicts));
