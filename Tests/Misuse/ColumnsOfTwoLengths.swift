// columns differ in length
import Saddlery

print("before")
print(Matrix<Double>(columns: [[1, 2], [3]]))
