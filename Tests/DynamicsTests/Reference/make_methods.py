"""Steps of common methods on the quadratic form (x^2 + 25 y^2 + x y)/2 from (3, -1), by optax.

Writes methods.csv beside this file. Needs jax and optax. The floors of RMSProp and Adam are 1e-3 times the root mean
square of the first gradient. Nesterov's rows are the places where optax takes gradients, x + mu v.
"""

from pathlib import Path

import jax
import jax.numpy as np
import optax

jax.config.update("jax_enable_x64", True)


def f(x):
    return (x[0] ** 2 + 25 * x[1] ** 2 + x[0] * x[1]) / 2


start = np.array([3.0, -1.0])
floor = 1e-3 * float(np.sqrt(np.mean(jax.grad(f)(start) ** 2)))
METHODS = {
    "gradientDescent": optax.sgd(0.03),
    "momentum": optax.sgd(0.03, momentum=0.8),
    "nesterovMomentum": optax.sgd(0.03, momentum=0.8, nesterov=True),
    "rmsProp": optax.rmsprop(0.03, decay=0.9, eps=floor, eps_in_sqrt=False),
    "adam": optax.adam(0.03, b1=0.8, b2=0.95, eps=floor),
}
lines = ["method,step,x,y"]
for name, method in METHODS.items():
    x, state = start, method.init(start)
    for step in range(1, 41):
        moves, state = method.update(jax.grad(f)(x), state, x)
        x = optax.apply_updates(x, moves)
        lines.append(f"{name},{step},{float(x[0])!r},{float(x[1])!r}")
Path(__file__).with_name("methods.csv").write_text("\n".join(lines) + "\n")
