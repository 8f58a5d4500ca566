// Aturan sakip dari Node atau peramban lewat HTTP: `sakip serve --http`. Angka dikirim dan diterima sebagai teks.
// Rules of sakip from Node or a browser over HTTP. Numbers are sent and received as text; rounding happens there.

export class SakipError extends Error {
  constructor(problem) {
    super(problem.detail);
    this.errors = problem.errors; // { code, pointer, message, hint }
  }
}

export class Sakip {
  constructor(address = "http://127.0.0.1:8765") {
    this.address = address;
  }

  async evaluate(rule, year, data) {
    const answer = await fetch(`${this.address}/v1/rules/${rule}?on=${year}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(data),
      signal: AbortSignal.timeout(10_000),
    });
    const told = await answer.json();
    if (!answer.ok) throw new SakipError(told);
    return told;
  }
}

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].split("/").pop())) {
  const sakip = new Sakip(process.argv[2]);
  const data = { realisasi: "78,76", target: "29,42", polarity: "higher_is_better" };
  try {
    const result = await sakip.evaluate("lumajang/capaian-kinerja", 2020, data);
    const { category } = await sakip.evaluate("lumajang/skala-capaian", 2020, { value: result.value });
    // Intl takes text and keeps every digit; a Number would not.
    console.log(new Intl.NumberFormat("id-ID", { minimumFractionDigits: 2 }).format(result.value), category);
    await sakip.evaluate("lumajang/capaian-kinerja", 2020, { realisasi: "1,2,3", target: "n/a" });
  } catch (error) {
    if (error instanceof SakipError) {
      for (const { pointer, code } of error.errors) console.log(pointer, code);
    } else {
      console.error(`${sakip.address} tidak menjawab / does not answer: sakip serve --http (${error.cause?.code ?? error.message})`);
      process.exitCode = 1;
    }
  }
}
