# Run inside this folder: gnuplot gain.gp
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

set label 'What it gains in the 3-spin, noise alone gains too' at graph 0.5, screen 0.965 center font ',13.0'
set label 'temperature T' at graph 0.5, screen 0.19 center font ',12.0'
set ylabel 'E = H/N of minima less that of gradient descent' font ',12.0'
set xrange [0.0:0.58]
set yrange [-0.047:0.005]

set arrow from graph 0.0, first 0.0 to graph 1.0, first 0.0 nohead back dt (8,5) lw 1.2 lc rgb '#000000'
set label 'gradient descent' at graph 0.98, first 0.0 right offset character 0,0.6 front font ',10.5' textcolor rgb '#444444'

set label 'pure 3-spin, N = 60, |σ|² = N, E = H/N; seed 1' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label '2000 gradients each, then descent; means over 20 samples of differences from common starts' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.12953, 0.14125 to screen 0.17287, 0.14125 nohead lw 1.2 lc rgb '#0072B2'
set label '' at screen 0.1512, 0.14125 point pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'Entropy-SGD, γ = 1' at screen 0.18453, 0.14125 left font ',10.5'
set arrow from screen 0.50833, 0.14125 to screen 0.55167, 0.14125 nohead lw 1.2 lc rgb '#D55E00'
set label '' at screen 0.53, 0.14125 point pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'Entropy-SGD, γ = 5' at screen 0.56333, 0.14125 left font ',10.5'
set arrow from screen 0.12953, 0.10375 to screen 0.17287, 0.10375 nohead lw 1.2 lc rgb '#7F7F7F'
set label '' at screen 0.1512, 0.10375 point pt 9 ps 0.6 lw 1.2 lc rgb '#7F7F7F'
set label 'noise alone (Langevin dynamics)' at screen 0.18453, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'gain.svg'
plot \
  'gain.csv' using 1:2:(0):3 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'Entropy-SGD, γ = 1', \
  'gain.csv' using 4:5:(0):6 with xyerrorbars pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'Entropy-SGD, γ = 5', \
  'gain.csv' using 7:8:(0):9 with xyerrorbars pt 9 ps 0.6 lw 1.2 lc rgb '#7F7F7F' title 'noise alone (Langevin dynamics)'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'gain.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'gain.png'
replot
unset output
