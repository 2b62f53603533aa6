"""tqdm without its bar, which would go to stderr: the loop is the same."""


class tqdm:
    def __init__(self, iterable=None, desc=None, total=None, **options):
        self.iterable = iterable
        self.desc = desc
        self.total = len(iterable) if total is None and hasattr(iterable, '__len__') else total
        self.n = 0

    def __iter__(self):
        for item in self.iterable:
            yield item
            self.n += 1

    def __len__(self):
        return self.total

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass

    def update(self, n=1):
        self.n += n

    def set_description(self, desc=None, refresh=True):
        self.desc = desc

    def set_postfix(self, *values, **more):
        pass

    def set_postfix_str(self, text='', refresh=True):
        pass

    def close(self):
        pass

    @staticmethod
    def write(text, **options):
        print(text)


def trange(*args, **options):
    return tqdm(range(*args), **options)
