// A device as an argument, which would be a text otherwise.
export class Place {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}
