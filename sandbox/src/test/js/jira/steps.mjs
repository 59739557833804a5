// What the two scripts share: steps that are counted, and a document in ADF.

export function steps(title) {
  let done = 0;
  const failures = [];
  return {
    async step(name, work) {
      try {
        const value = await work();
        done++;
        return value;
      } catch (error) {
        failures.push(name);
        console.log(`FAILED ${name}: ${error?.message ?? error} ${JSON.stringify(error?.response?.data ?? error?.cause ?? '')}`);
        return undefined;
      }
    },
    equal(actual, expected) {
      if (actual !== expected) throw new Error(`expected ${expected}, got ${actual}`);
    },
    finish(violations) {
      console.log(`${title}: ${done} steps, ${failures.length} failures, ${violations} schema violations`);
      process.exit(failures.length + violations > 0 ? 1 : 0);
    },
  };
}

export function doc(text) {
  return { version: 1, type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
}
