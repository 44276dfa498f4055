// shapes do not match: 2x3 times 2x3
import Saddlery

print("before")
print(Matrix<Double>(rows: 2, columns: 3) * Matrix<Double>(rows: 2, columns: 3))
