package id.kulkul.web.story;

import com.microsoft.playwright.Page;

/**
 * What an accessibility checker can tell pages apart by, but for their words: pages of one template in one state have
 * one shape, in either language and with however many rows.
 */
final class Shape {
    /**
     * Every kind of element by its place, attributes, sight, colours and room, and which headings and landmarks follow
     * each other. Of words, numbers and addresses it counts whether they are there, of references whether they lead
     * anywhere.
     */
    private static final String OF_PAGE = """
            () => {
              const words = new RegExp('^(alt|action|aria-(label|description)|aria-value.*|content|data-.*|datetime|height'
                + '|href|hreflang|id|label|max|min|maxlength|name|placeholder|src|title|value|width)$');
              const references = /^(for|form|list|headers|aria-(controls|describedby|details|errormessage|labelledby|owns))$/;
              const leads = value => value.split(' ').every(id => document.getElementById(id));
              const attribute = ({ name, value }) => {
                if (name === 'href' && /^#./.test(value)) return `${name}#${leads(value.slice(1))}`;
                if (references.test(name)) return `${name}#${leads(value)}`;
                if (name === 'lang' && /^(id|en)$/.test(value)) return name;
                return words.test(name) ? name + (value.trim() ? '' : '-') : `${name}=${value}`;
              };
              const own = e => {
                const { color, backgroundColor, fontSize, fontWeight, overflowX } = getComputedStyle(e);
                const says = [...e.childNodes].some(node => node.nodeType === 3 && node.data.trim());
                return [
                  e.localName,
                  ...[...e.attributes].map(attribute).sort(),
                  e.checkVisibility() ? '' : 'unseen',
                  says ? color + fontSize + fontWeight : '',
                  backgroundColor === 'rgba(0, 0, 0, 0)' ? '' : backgroundColor,
                  e.scrollWidth > e.clientWidth && /auto|scroll/.test(overflowX) ? 'scrolls' : '',
                ].join(' ');
              };
              const places = new Map([[null, '']]);
              for (const e of document.querySelectorAll(':not(script, input[type=hidden])'))
                places.set(e, places.get(e.parentElement) + '/' + own(e));
              const order = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6,main,nav,header,footer,aside,section,form')]
                .filter(e => e.checkVisibility())
                .map((e, i, all) => all[i - 1]?.localName + '>' + e.localName);
              const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
              return [...new Set([...places.values(), ...order])].sort().join('\\n') + (new Set(ids).size === ids.length);
            }""";

    private Shape() {}

    static String of(Page page) {
        return (String) page.evaluate(OF_PAGE);
    }
}
