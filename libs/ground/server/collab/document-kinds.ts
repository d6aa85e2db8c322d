import { Injectable } from '@nestjs/common';
import type { Access, DocumentKind } from '@plenary/ground/collab/engine';
import { isId } from '@plenary/ground/kernel';

export type RegisteredKind = DocumentKind & { readonly access: Access };

/** The kinds of text there are; each room registers its own when it starts. */
@Injectable()
export class DocumentKinds {
  private readonly kinds = new Map<string, RegisteredKind>();

  register(name: string, kind: RegisteredKind): void {
    this.kinds.set(name, kind);
  }

  /** The kind of `kind:uuid`; undefined for anything else. */
  of(document: string): RegisteredKind | undefined {
    const [name, id, ...rest] = document.split(':');
    return rest.length === 0 && isId(id) ? this.kinds.get(name!) : undefined;
  }
}
