'use strict';

// Renders /openapi.json and sends requests from it. The access token stays in this page's memory.
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const SHOWN_HEADERS = ['cache-status', 'etag', 'location', 'cache-control', 'retry-after', 'www-authenticate', 'content-type'];
let api;
let token = '';

const byId = id => document.getElementById(id);

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.filter(child => child != null));
  return made;
}

function resolve(thing) {
  if (!thing || !thing.$ref) return thing || {};
  return resolve(thing.$ref.slice(2).split('/').reduce((at, name) => at[name], api));
}

/** Text with `code` in it. */
function prose(text) {
  return (text || '').split('`').map((part, i) => i % 2 ? element('code', {textContent: part}) : part);
}

/** A value that fits a schema: its example, its default, or the plainest there is. */
function example(schema, depth = 0) {
  const s = resolve(schema);
  if (s.const !== undefined) return s.const;
  if (s.examples) return s.examples[0];
  if (s.default !== undefined) return s.default;
  if (s.enum) return s.enum[0];
  if (s.type === 'object' && depth < 4) {
    const names = s.required || Object.keys(s.properties || {}).slice(0, 1);
    return Object.fromEntries(names.map(name => [name, example(s.properties[name], depth + 1)]));
  }
  if (s.type === 'array') return [];
  if (s.type === 'integer' || s.type === 'number') return s.minimum || 0;
  return s.format === 'email' ? 'you@example.org' : 'text';
}

function rules(schema) {
  const s = resolve(schema);
  const told = [s.enum && s.enum.join(' | '), s.const && `only ${s.const}`,
    s.minimum !== undefined && `from ${s.minimum}`, s.maximum !== undefined && `to ${s.maximum}`,
    s.maxLength && `up to ${s.maxLength} characters`, s.pattern, s.default !== undefined && `default ${JSON.stringify(s.default)}`];
  return told.filter(Boolean).join(', ');
}

function inputFor(parameter) {
  const input = element('input', {name: parameter.name, required: !!parameter.required, placeholder: rules(parameter.schema)});
  input.dataset.in = parameter.in;
  if (parameter.example) input.placeholder = `such as ${parameter.example}`;
  return element('label', {title: parameter.description || ''}, parameter.name + (parameter.required ? ' *' : ''), input);
}

function bodyFor(operation) {
  if (!operation.requestBody) return null;
  const types = Object.entries(operation.requestBody.content);
  const text = element('textarea', {name: 'body', spellcheck: false});
  const type = element('select', {name: 'type'}, ...types.map(([name]) => element('option', {textContent: name})));
  const fill = () => {
    const [name, media] = types[type.selectedIndex];
    const value = media.example || (name.endsWith('json') ? example(media.schema) : null);
    text.value = value ? JSON.stringify(value, null, 2)
      : name.includes('form') ? 'username=you%40example.org&password=...' : '';
  };
  type.onchange = fill;
  fill();
  return element('div', {}, element('label', {}, 'Body', type), text);
}

function request(method, path, form) {
  const url = new URL(path, location.origin);
  const headers = token ? {Authorization: `Bearer ${token}`} : {};
  let filled = path;
  for (const input of form.querySelectorAll('input')) {
    if (!input.value) continue;
    if (input.dataset.in === 'path') filled = filled.replace(`{${input.name}}`, encodeURIComponent(input.value));
    if (input.dataset.in === 'query') url.searchParams.set(input.name, input.value);
    if (input.dataset.in === 'header') headers[input.name] = input.value;
  }
  const options = {method: method.toUpperCase(), headers, cache: 'no-store'};
  if (form.elements.body) {
    options.body = form.elements.body.value;
    headers['Content-Type'] = form.elements.type.value;
  }
  return [filled + url.search, options];
}

async function send(method, path, form, output) {
  const [url, options] = request(method, path, form);
  output.textContent = '...';
  try {
    const begun = performance.now();
    const response = await fetch(url, options);
    const body = await response.text();
    const took = (performance.now() - begun).toFixed(1);
    const headers = SHOWN_HEADERS.filter(name => response.headers.has(name)).map(name => `${name}: ${response.headers.get(name)}`);
    output.textContent = [`${options.method} ${url}`, `${response.status} in ${took} ms`, ...headers, '', pretty(body)].join('\n');
  } catch (failure) {
    output.textContent = `The server could not be reached: ${failure.message}`;
  }
}

function pretty(body) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body.slice(0, 20000);
  }
}

function operationCard(method, path, item, operation) {
  const parameters = [...(item.parameters || []), ...(operation.parameters || [])].map(resolve);
  const output = element('pre', {hidden: true});
  const form = element('form', {},
    element('div', {className: 'fields'}, ...parameters.map(inputFor)), bodyFor(operation),
    element('div', {}, element('button', {textContent: 'Send'})), output);
  form.onsubmit = event => {
    event.preventDefault();
    output.hidden = false;
    send(method, path, form, output);
  };
  const answers = Object.entries(operation.responses).map(([status, response]) =>
    element('li', {}, element('code', {textContent: status}), ' ', ...prose(resolve(response).description)));
  const signedIn = (operation.security || []).length === 1 ? ' (signed in)' : '';
  return element('details', {id: operation.operationId},
    element('summary', {}, element('span', {className: `method ${method}`, textContent: method.toUpperCase()}),
      element('span', {className: 'path', textContent: path}), element('span', {className: 'text', textContent: operation.summary + signedIn})),
    element('div', {className: 'inside'}, element('p', {}, ...prose(operation.description)), form, element('ul', {}, ...answers)));
}

function render() {
  byId('description').replaceChildren(...api.info.description.split('\n\n').map(text => element('p', {}, ...prose(text))));
  for (const tag of api.tags) {
    const cards = [];
    for (const [path, item] of Object.entries(api.paths)) {
      for (const method of METHODS.filter(name => item[name] && item[name].tags.includes(tag.name))) {
        cards.push(operationCard(method, path, item, item[method]));
      }
    }
    byId('contents').append(element('a', {href: `#${tag.name}`, textContent: tag.name}));
    byId('operations').append(element('section', {}, element('h2', {id: tag.name, textContent: tag.name}),
      element('p', {}, ...prose(tag.description)), ...cards));
  }
  byId('contents').append(element('a', {href: '#errors', textContent: 'errors'}));
  if (location.hash) byId(location.hash.slice(1))?.scrollIntoView();
}

byId('login').onsubmit = async event => {
  event.preventDefault();
  const body = new URLSearchParams({username: byId('username').value, password: byId('password').value});
  const response = await fetch('/auth/login', {method: 'POST', body});
  const answer = await response.json();
  token = answer.access_token || '';
  byId('password').value = '';
  byId('who').textContent = token ? `Signed in for ${Math.round(answer.expires_in / 60)} minutes.` : answer.detail;
};

fetch('/openapi.json')
  .then(response => response.json())
  .then(json => { api = json; render(); })
  .catch(failure => { byId('operations').textContent = `The description could not be read: ${failure.message}`; });
