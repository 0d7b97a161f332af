import PrimitiveIcon from 'base-components/primitiveIcon';
import template from './primitiveIcon.html';

/**
 * The base component's icon, drawn from the Design System's sprites. The original carries every one of 3,400 icons as a
 * compiled template, twice; a sprite is one file that the browser caches.
 */
export default class SpriteIcon extends PrimitiveIcon {
  override async requestIconTemplates(): Promise<void> {
    // Nothing to fetch: the sprite is named in the template.
  }

  override get isReady(): boolean {
    return true;
  }

  override get href(): string {
    if (this.src) {
      return super.href;
    }
    const [category, name] = (this.iconName ?? '').split(':');
    return name ? `/lightning/slds/icons/${category}-sprite/svg/symbols.svg#${name}` : '';
  }

  override render(): unknown {
    return template;
  }
}
