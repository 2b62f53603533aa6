"""AdamW: Adam with the decay beside the gradient."""

from .adam import Adam, refuse_wrong
from .optimizer import Optimizer


class AdamW(Adam):
    _decoupled = True

    def __init__(
        self,
        params,
        lr=1e-3,
        betas=(0.9, 0.999),
        eps=1e-8,
        weight_decay=1e-2,
        amsgrad=False,
        *,
        maximize=False,
        foreach=None,
        capturable=False,
    ):
        refuse_wrong(lr, betas, eps, weight_decay)
        defaults = {
            'lr': lr,
            'betas': betas,
            'eps': eps,
            'weight_decay': weight_decay,
            'amsgrad': amsgrad,
            'foreach': foreach,
            'maximize': maximize,
            'capturable': capturable,
        }
        Optimizer.__init__(self, params, defaults)
