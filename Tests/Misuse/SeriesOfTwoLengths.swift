// series 'a' has 2 abscissae and a column of 1
import Saddlery

print("before")
print(Series("a", x: [1, 2], y: [1]))
