// sample -1 is negative
import Saddlery

print("before")
print(PSpinHamiltonian(.pure(3), dimension: 4, seed: 1, sample: -1).dimension)
