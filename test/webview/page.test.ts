// What the page says of a workflow: the question, the advice, why, and where it says so.
import assert from 'node:assert/strict';
import { announcement } from '../../client/webview/announcement.ts';
import { app } from '../../client/webview/app.ts';
import { nameOf, NO_DRAFTS, withAnswer } from '../../client/webview/drafts.ts';
import { next } from '../../client/webview/state.ts';
import { workflow } from '../workflows/workflows.ts';
import { busy, consultation, detailOf, FOLDER, html, NO_ACTIONS, stateWith, texts } from './consultations.ts';

const key = { folder: FOLDER, id: busy.id };
const name = nameOf(key);
const state = next(stateWith(busy), { type: 'select', key });
const pageOf = (about = consultation()) => html(app(state, about, NO_ACTIONS));

describe('the page', () => {
  it('asks what the code does not tell, with the answers there are', () => {
    const { open } = consultation();
    const markup = pageOf();
    assert.ok(open);
    assert.ok(texts(markup, 'h2').includes(open.asks));
    for (const { label } of open.choices) assert.ok(texts(markup, 'button').includes(label), label);
  });

  it('asks no more than three questions, and ends in advice', () => {
    let drafts = NO_DRAFTS;
    let asked = 0;
    for (let { open } = consultation(); open; { open } = consultation(busy, drafts)) {
      drafts = withAnswer(drafts, name, open.id, open.choices[0]?.value);
      asked++;
    }
    assert.ok(asked > 0 && asked <= 3, String(asked));
    assert.match(pageOf(consultation(busy, drafts)), />Advice, by the profile sync-default</);
  });

  it('cites the guidelines of every reason', () => {
    const { recommendation } = consultation();
    const cited = texts(pageOf(), 'button');
    for (const { says, guidelines } of recommendation.reasons) {
      assert.ok(pageOf().includes(says.split('`')[0] ?? ''), says);
      for (const number of guidelines) assert.ok(cited.includes(String(number)), String(number));
    }
  });

  it('shows where profiles disagree', () => {
    const about = consultation(busy, withAnswer(NO_DRAFTS, name, 'team', 'no'));
    assert.ok(about.recommendation.others.length > 0);
    for (const { profile } of about.recommendation.others)
      assert.ok(texts(pageOf(about), 'strong').includes(profile), profile);
  });

  it('names the source of an answer, and what the code shows where somebody knows better', () => {
    assert.match(pageOf(), /From the code: /);
    const about = consultation(busy, withAnswer(NO_DRAFTS, name, 'work', 'computes'));
    assert.match(pageOf(about), /You said so\. The code shows: It waits/);
  });

  it('links to the code, within the folder', () => {
    assert.ok(texts(pageOf(), 'button').includes('app.py:1'));
  });

  it('has words for a workflow about which nothing is known', () => {
    const markup = html(app(state, consultation(workflow({ unresolved: 2 })), NO_ACTIONS));
    assert.match(markup, /Nothing was found in it/);
    assert.match(markup, /2 calls could not be followed/);
    assert.match(markup, /nothing could overlap/);
  });

  it('has words for a folder without workflows, and for a server that is gone', () => {
    assert.match(html(app(stateWith(), undefined, NO_ACTIONS)), /No workflow was found/);
    assert.match(
      html(app({ ...state, server: 'crashed' }, consultation(), NO_ACTIONS)),
      /The server does not run/,
    );
  });

  it('names every heading, button and field', () => {
    const markup = pageOf();
    for (const text of texts(markup, 'button').concat(texts(markup, 'h2'))) assert.notEqual(text.trim(), '');
    const labelled = Array.from(markup.matchAll(/aria-labelledby="([^"]*)"/g), ([, id]) => id);
    for (const id of labelled) assert.ok(markup.includes(`id="${id ?? ''}"`), id);
    assert.equal(texts(markup, 'h1').length, 1);
  });
});

describe('a screen reader', () => {
  it('hears the advice when it changes, and nothing else', () => {
    const before = consultation();
    const after = consultation(busy, withAnswer(NO_DRAFTS, name, 'work', 'little'));
    assert.match(announcement(undefined, before) ?? '', /^orders: .* is advised\. Open question: /);
    assert.match(announcement(before, after) ?? '', /^orders: sync is advised/);
    assert.equal(announcement(before, consultation()), undefined);
    assert.equal(announcement(before, undefined), undefined);
    assert.equal(detailOf(busy).id, busy.id);
  });
});
