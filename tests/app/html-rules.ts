import { HtmlValidate, type ConfigData } from 'html-validate';

/**
 * Valid HTML after the standard and the recommendations of html-validate, offline. Switched off is what says nothing of the
 * page: how React writes a void element, the case of a name, an empty attribute (HTML knows no difference, and React does not
 * let us choose), and how long a title may be (the name of an agreement is as long as the act says).
 */
const settings: ConfigData = {
  root: true,
  extends: ['html-validate:standard', 'html-validate:recommended', 'html-validate:a11y'],
  rules: {
    'void-style': 'off', 'attr-case': 'off', 'attribute-boolean-style': 'off', 'attribute-empty-style': 'off', 'long-title': 'off',
    // A choice of several values is its name sent several times, by boxes or by what a form keeps.
    'form-dup-name': 'off',
    // A drawing may be named by its title; the rule as it is knows that of few elements.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
  },
};
const rules = new HtmlValidate(settings);

/** In the workspace React writes the addresses of its forms and names some parts; the name of a field holds dots, and so does its id. */
const workspaceRules = new HtmlValidate({ ...settings, rules: { ...settings.rules, 'valid-id': ['error', { relaxed: true }], 'attribute-allowed-values': 'off' } });

/** What is wrong with the HTML of a page: rule, message and place, each once. */
export function htmlFaults(html: string): Promise<string[]> {
  return faultsAfter(rules, html);
}

/** The same of a page that React runs. */
export function workspaceHtmlFaults(html: string): Promise<string[]> {
  return faultsAfter(workspaceRules, html);
}

async function faultsAfter(those: HtmlValidate, html: string): Promise<string[]> {
  const { results } = await those.validateString(html);
  return [...new Set(results.flatMap(({ messages }) => messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? ''})`)))];
}
