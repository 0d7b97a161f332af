import { LightningElement, api } from 'lwc';
import matchesMany from '@salesforce/label/c.Search_Matches_Many';
import matchesOne from '@salesforce/label/c.Search_Matches_One';
import moreHint from '@salesforce/label/c.Search_More';
import noMatch from '@salesforce/label/c.Search_No_Match';
import { fill, fillCount, formatCount } from 'c/formats';
import { moved, search, type Found, type Option } from 'c/optionSearch';

const MOST_SHOWN = 50;

/**
 * A search field over an open list. Typing filters, arrow keys move, Enter chooses; the focus stays in the field.
 * @fires choose with the value of the chosen entry in `detail`
 */
export default class SearchList extends LightningElement {
  @api options: Option[] = [];
  @api value = '';
  /** What is chosen here: the name of field and list. */
  @api label = '';
  @api placeholder = '';
  /** What to say where there is nothing at all to choose. */
  @api emptyText = '';
  @api disabled = false;

  text = '';
  activeIndex = -1;

  private hasShownChosen = false;

  /** Puts the focus where typing searches. */
  @api focus(): void {
    this.template!.querySelector<HTMLInputElement>('input')?.focus();
  }

  renderedCallback(): void {
    const target = this.activeIndex >= 0 ? '[data-active]' : this.hasShownChosen ? '' : '[aria-selected="true"]';
    const option = target ? this.template!.querySelector<HTMLElement>(target) : null;
    if (option) {
      this.hasShownChosen = true;
      this.reveal(option);
    }
  }

  get found(): Found {
    return search(this.options, this.text, MOST_SHOWN, this.value);
  }

  get rows(): object[] {
    return this.found.shown.map((option, index) => ({
      ...option,
      domId: `option-${index}`,
      active: index === this.activeIndex ? 'yes' : null,
      selected: String(option.value === this.value),
      isSelected: option.value === this.value,
      className: [
        'option',
        option.value === this.value ? 'option_selected' : '',
        index === this.activeIndex ? 'option_active' : ''
      ].join(' ')
    }));
  }

  get activeId(): string | null {
    return this.activeIndex >= 0 && this.activeIndex < this.found.shown.length ? `option-${this.activeIndex}` : null;
  }

  get isEmpty(): boolean {
    return this.options.length === 0;
  }

  get hasNoMatch(): boolean {
    return this.options.length > 0 && this.found.shown.length === 0;
  }

  get noMatchText(): string {
    return fill(noMatch, this.text);
  }

  get moreText(): string {
    const { moreCount } = this.found;
    return moreCount ? fill(moreHint, formatCount(moreCount)) : '';
  }

  /** Said while somebody types, so that those who do not see the list know what typing did. */
  get announcement(): string {
    if (!this.text || this.hasNoMatch) {
      return '';
    }
    return fillCount(this.found.shown.length + this.found.moreCount, matchesOne, matchesMany);
  }

  type(event: Event): void {
    this.text = (event.target as HTMLInputElement).value;
    this.activeIndex = this.text && this.found.shown.length ? 0 : -1;
  }

  press(event: KeyboardEvent): void {
    const next = moved(event.key, this.activeIndex, this.found.shown.length);
    if (next !== undefined) {
      event.preventDefault();
      this.activeIndex = next;
    } else if (event.key === 'Enter' && this.activeIndex >= 0) {
      event.preventDefault();
      this.choose(this.found.shown[this.activeIndex].value);
    } else if (event.key === 'Escape' && this.text) {
      this.clear(event);
    }
  }

  pick(event: Event): void {
    const value = (event.currentTarget as HTMLElement).dataset.value ?? '';
    this.activeIndex = this.found.shown.findIndex((option) => option.value === value);
    this.choose(value);
  }

  /** A click in the list leaves the focus in the field, where the keyboard works. */
  keepFocus(event: Event): void {
    event.preventDefault();
    this.focus();
  }

  leave(): void {
    this.activeIndex = -1;
  }

  private clear(event: KeyboardEvent): void {
    event.stopPropagation();
    this.text = '';
    (event.target as HTMLInputElement).value = '';
    this.activeIndex = -1;
  }

  private choose(value: string): void {
    if (!this.disabled) {
      this.dispatchEvent(new CustomEvent('choose', { detail: value }));
    }
  }

  /** Scrolls within the list alone: the page must not move. */
  private reveal(option: HTMLElement): void {
    const box = this.template!.querySelector<HTMLElement>('.options')!;
    const top = option.offsetTop;
    if (top < box.scrollTop) {
      box.scrollTop = top;
    } else if (top + option.offsetHeight > box.scrollTop + box.clientHeight) {
      box.scrollTop = top + option.offsetHeight - box.clientHeight;
    }
  }
}
