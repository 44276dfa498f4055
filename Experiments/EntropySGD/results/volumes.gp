# Run inside this folder: gnuplot volumes.gp
# Saddlery 0.1.0
# model: Gaussian fields on a circle; two wells; pure 3-spin
# seed: 1
# convention: H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the (N-1)x(N-1) tangential Hessian
# F_γ(x) = log ∫ exp(-(f(x') + γ|x' - x|²/2)/T) dx'
reset
set encoding utf8
set minussign
set datafile separator ','
set datafile commentschars '#'
set datafile columnheaders
set bmargin at screen 0.2825
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'In the 3-spin deep minima are narrow ones' at graph 0.5, screen 0.965 center font ',13.0'
set label 'energy per spin E = H/N of minima' at graph 0.5, screen 0.19 center font ',12.0'
set ylabel 'mean of log(1 + λ) over eigenvalues of the Hessian' font ',12.0'

set label 'pure 3-spin, N = 60, |σ|² = N, E = H/N; seed 1' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'line: slope -3 mean 1/(1 + λ) = -0.687 through the mean of descents' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set label '' at screen 0.1316, 0.14125 point pt 7 ps 0.5 lc rgb '#D55E00'
set label 'Entropy-SGD, all T and γ' at screen 0.16493, 0.14125 left font ',10.5'
set label '' at screen 0.53, 0.14125 point pt 7 ps 0.5 lc rgb '#0072B2'
set label 'gradient descent' at screen 0.56333, 0.14125 left font ',10.5'
set arrow from screen 0.10993, 0.10375 to screen 0.15327, 0.10375 nohead lw 2.2 lc rgb '#000000'
set label 'Hessian shifted by -3E as a whole' at screen 0.16493, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'volumes.svg'
plot \
  'volumes.csv' using 1:2 with points pt 7 ps 0.3 lw 0.1 lc rgb '#80D55E00' title 'Entropy-SGD, all T and γ', \
  'volumes.csv' using 3:4 with points pt 7 ps 0.3 lw 0.1 lc rgb '#800072B2' title 'gradient descent', \
  'volumes.csv' using 5:6 with lines lw 2.2 lc rgb '#000000' title 'Hessian shifted by -3E as a whole'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'volumes.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'volumes.png'
replot
unset output
