// Files of a form are kept on this device and sent ahead in pieces (tus 1.0.0): a line that breaks
// or a page that is closed loses nothing. Without this module the form sends its files itself.

const LEAST = 65536, MOST = 1048576, MONTH = 30 * 86400000;
const $ = (what, root = box) => root.querySelector(what);
const who = $("[data-uploads-who]", document).dataset.uploadsWho;
const box = $("[data-uploads]", document), form = box?.closest("form");
const key = form && `${who} ${new URL(form.action).pathname}`;
const list = [], typed = {};
let db, piece = 262144, running, waiting, ready, wake = () => {};

function open() {
  return new Promise((done, fail) => {
    const ask = indexedDB.open("lantoa-uploads", 1);
    ask.onupgradeneeded = () => {
      ask.result.createObjectStore("files", { keyPath: "id", autoIncrement: true });
      ask.result.createObjectStore("bytes");
      ask.result.createObjectStore("drafts", { keyPath: "key" });
    };
    ask.onsuccess = () => done(ask.result);
    ask.onerror = fail;
  });
}

function store(name, method, ...values) {
  return new Promise((done, fail) => {
    const work = db.transaction(name, "readwrite");
    const ask = work.objectStore(name)[method](...values);
    work.oncomplete = () => done(ask.result);
    work.onabort = fail;
  });
}

const plain = ({ blob, row, offset, state, ...kept }) => kept;
const remember = async (entry) => entry.id && store("files", "put", plain(entry)).catch(() => {});

async function erase(id) {
  if (!id) return;
  await store("files", "delete", id);
  await store("bytes", "delete", id);
}

function say(entry, state, text) {
  const percent = Math.floor((100 * (entry.offset || 0)) / (entry.size || 1));
  entry.state = entry.row.dataset.stand = state;
  if (entry.offset !== null) $("progress", entry.row).value = percent;
  $("[data-said]", entry.row).textContent = text || box.dataset[state].replace("{n}", percent);
}

function tell(code, number) {
  $("[data-line]").hidden = !code;
  $("[data-line] button").hidden = !number;
  $("[data-line] p").textContent = code ? box.dataset[code].replace("{n}", number) : "";
}

function show(entry) {
  const row = entry.row = $("template").content.firstElementChild.cloneNode(true);
  const size = (entry.size / 1048576).toFixed(1).replace(".", ",");
  $("[data-name]", row).textContent = `${entry.name} (${size} MB)`;
  $("progress", row).setAttribute("aria-label", entry.name);
  const away = $("button", row);
  away.setAttribute("aria-label", `${away.textContent.trim()} ${entry.name}`);
  away.onclick = () => drop(entry);
  $("ul").append(row);
  list.push(entry);
  box.hidden = false;
  say(entry, "kept");
}

function forget(entry) {
  list.splice(list.indexOf(entry), 1);
  entry.row.remove();
  box.hidden = !list.length;
  return erase(entry.id);
}

async function drop(entry) {
  await forget(entry);
  (list.length ? $("button", list[0].row) : $("[type=file]", form)).focus();
  if (entry.url) call("DELETE", entry.url).catch(() => {}); // or the server clears it by itself
  if (!list.length) waiting = null;
  wake();
  settle();
}

async function call(method, url, headers, body) {
  const stop = new AbortController(), timer = setTimeout(() => stop.abort(), 60000);
  const csrf = form ? form.elements.csrfmiddlewaretoken.value : "";
  headers = { "Tus-Resumable": "1.0.0", "X-CSRFToken": csrf, ...headers };
  try {
    const answer = await fetch(url, { method, headers, body, redirect: "manual", signal: stop.signal });
    if (!answer.status || answer.status === 403) throw { state: "signin" };
    if (answer.status >= 500) throw { state: "busy" };
    return answer;
  } finally {
    clearTimeout(timer);
  }
}

async function ask(entry) {
  if (!entry.url) {
    const name = btoa(String.fromCharCode(...new TextEncoder().encode(entry.name)));
    const about = { "Upload-Length": entry.size, "Upload-Metadata": `filename ${name}` };
    return call("POST", box.dataset.uploads, about);
  }
  if (entry.offset === null) return call("HEAD", entry.url);
  const part = entry.blob.slice(entry.offset, entry.offset + piece);
  const body = await part.arrayBuffer().catch(() => { throw { state: "unreadable" }; });
  const about = { "Upload-Offset": entry.offset, "Content-Type": "application/offset+octet-stream" };
  const began = Date.now(), answer = await call("PATCH", entry.url, about, body);
  const took = Date.now() - began;
  if (took < 2000) piece = Math.min(MOST, piece * 2);
  if (took > 10000) piece = Math.max(LEAST, piece / 2);
  return answer;
}

async function step(entry) {
  const answer = await ask(entry);
  if (answer.status === 410) return forget(entry); // the form it belonged to has arrived
  if (answer.status === 404) entry.url = "";
  if (answer.status === 404 || answer.status === 409) return void (entry.offset = null);
  if (!answer.ok) {
    const ours = /^text\/plain/.test(answer.headers.get("Content-Type"));
    return say(entry, "refused", ours && await answer.text());
  }
  entry.offset = Number(answer.headers.get("Upload-Offset"));
  if (!entry.url) {
    entry.url = answer.headers.get("Location");
    await remember(entry);
  }
  say(entry, entry.offset === entry.size ? "done" : "going");
}

const over = (entry) => ["done", "refused", "unreadable"].includes(entry.state);

async function send(entry) {
  for (let pause = 1000; list.includes(entry) && !over(entry);) {
    try {
      await step(entry);
      pause = 1000;
    } catch (error) {
      say(entry, error.state || "offline");
      piece = Math.max(LEAST, piece / 2);
      entry.offset = null;
      await new Promise((done) => { wake = done; if (over(entry)) done(); setTimeout(done, pause); });
      pause = Math.min(30000, pause * 2);
    }
  }
}

async function run() {
  if (running) return;
  running = true;
  for (let next; (next = list.find((one) => !over(one))); settle()) await send(next);
  running = false;
  settle();
}

async function keep(file) {
  const entry = { key, name: file.name, size: file.size, at: Date.now(), url: "" };
  let blob = file;
  try {
    const id = await store("files", "add", entry);
    await store("bytes", "put", file, id);
    blob = await store("bytes", "get", id);
    entry.id = id;
  } catch { /* no room on the device: kept as long as this page is open */ }
  show({ ...entry, offset: null, blob });
}

// Only what somebody typed: a day that was offered yesterday is not today's.
const draft = (tokens) =>
  store("drafts", "put", { key, at: Date.now(), values: typed, tokens }).catch(() => {});

const named = (url) => url.split("/").slice(-2)[0];

async function settle() {
  if (!waiting) return tell("");
  const left = list.filter((one) => one.state !== "done"), { by } = waiting;
  if (left.length && !left.some(over)) return tell("wait", left.length);
  waiting = null;
  if (left.length) return tell("stuck");
  for (const old of form.querySelectorAll("[data-token]")) old.remove();
  for (const entry of list) {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name: box.dataset.field, value: named(entry.url) });
    field.dataset.token = "";
    form.append(field);
    entry.sent = true;
    await remember(entry);
  }
  await draft(new FormData(form).getAll(box.dataset.field));
  ready = true;
  form.requestSubmit(by);
}

const used = async (url) => (await call("HEAD", url).catch(() => ({}))).status === 410;

async function restore() {
  const known = [];
  for (const entry of await store("files", "getAll")) {
    if (entry.key !== key) continue;
    show({ ...entry, offset: null, blob: await store("bytes", "get", entry.id) });
    known.push(named(entry.url));
  }
  // The server's list of what it kept is for what this device does not know.
  for (const one of form.querySelectorAll(`[type=checkbox][name=${box.dataset.field}]`)) {
    const group = one.closest("fieldset");
    if (known.includes(one.value)) one.closest("div").remove();
    if (!$("[type=checkbox], .field__error", group)) group.remove();
  }
  run();
  const old = await store("drafts", "get", key);
  if (old?.tokens[0] && await used(`${box.dataset.uploads}${old.tokens[0]}/`)) {
    return store("drafts", "delete", key);
  }
  for (const name in old?.values) {
    if (!(name in typed)) typed[name] = old.values[name];
    if (form.elements[name] && !$("[data-errors]", form)) form.elements[name].value = typed[name];
  }
}

// What has arrived elsewhere or lay here for a month is let go; another person's is left alone.
async function sweep() {
  for (const { id, key: of, url, at, sent } of await store("files", "getAll")) {
    const mine = sent && of !== key && of.startsWith(`${who} `);
    if (Date.now() - at > MONTH || (mine && await used(url))) await erase(id);
  }
  for (const { key: of, at } of await store("drafts", "getAll")) {
    if (Date.now() - at > MONTH) await store("drafts", "delete", of);
  }
}

function listen() {
  form.dataset.keeps = "";
  form.addEventListener("change", async (event) => {
    if (event.target.type !== "file") return;
    const files = [...event.target.files];
    event.target.value = ""; // the form must not send them a second time
    for (const file of files) await keep(file);
    run();
  });
  form.addEventListener("input", ({ target: { type, name, value } }) => {
    if (!/^(text|date|select)/.test(type)) return;
    typed[name] = value;
    draft([]);
  });
  form.addEventListener("submit", (event) => {
    if (ready) return void (ready = false);
    event.preventDefault();
    event.stopPropagation();
    waiting = { by: event.submitter };
    settle();
    $("[data-line]").scrollIntoView({ block: "center" }); // seen wherever the button stands
  });
  $("[data-line] button").onclick = () => { waiting = null; settle(); };
  addEventListener("online", () => wake());
  document.addEventListener("visibilitychange", () => wake());
  addEventListener("pageshow", (event) => event.persisted && location.reload());
}

async function start() {
  db = await open();
  if (form?.requestSubmit) {
    listen();
    await restore();
  }
  await sweep();
}

start().catch(() => {}); // a browser that keeps nothing: the plain form does
