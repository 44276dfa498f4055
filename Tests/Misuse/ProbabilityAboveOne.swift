// a probability lies in 0...1, not 1.5
import Saddlery

print("before")
print(try Law.semicircle(radius: 1).quantile(1.5))
