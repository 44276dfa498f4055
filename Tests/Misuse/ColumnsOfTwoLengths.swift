// columns differ in length
import Saddlery

print("before")
print(Matrix(columns: [[1, 2], [3]]))
