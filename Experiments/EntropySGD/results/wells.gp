# Run inside this folder: gnuplot wells.gp
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
set bmargin at screen 0.245
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'Two wells as deep, and minus their local entropy' at graph 0.5, screen 0.965 center font ',13.0'
set label 'place on the axis' at graph 0.5, screen 0.1525 center font ',12.0'
set ylabel 'f and -F, in units of the temperature' font ',12.0'
set yrange [-0.2:4.0]

set label 'four dimensions, curvatures 16.0 and 1.0, temperature 1; on the axis through both' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'γ_c = 9.27: below, the narrow well has no minimum' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.14273, 0.10375 to screen 0.18607, 0.10375 nohead lw 1.2 lc rgb '#7F7F7F'
set label 'f' at screen 0.19773, 0.10375 left font ',10.5'
set arrow from screen 0.32553, 0.10375 to screen 0.36887, 0.10375 nohead lw 2.2 lc rgb '#0072B2'
set label 'γ = 10.0 γ_c' at screen 0.38053, 0.10375 left font ',10.5'
set arrow from screen 0.50833, 0.10375 to screen 0.55167, 0.10375 nohead lw 2.2 lc rgb '#D55E00'
set label 'γ = 1.0 γ_c' at screen 0.56333, 0.10375 left font ',10.5'
set arrow from screen 0.69113, 0.10375 to screen 0.73447, 0.10375 nohead lw 2.2 lc rgb '#009E73'
set label 'γ = 0.1 γ_c' at screen 0.74613, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'wells.svg'
plot \
  'wells.csv' using 1:2 with lines lw 1.2 lc rgb '#7F7F7F' title 'f', \
  'wells.csv' using 3:4 with lines lw 2.2 lc rgb '#0072B2' title 'γ = 10.0 γ_c', \
  'wells.csv' using 5:6 with lines lw 2.2 lc rgb '#D55E00' title 'γ = 1.0 γ_c', \
  'wells.csv' using 7:8 with lines lw 2.2 lc rgb '#009E73' title 'γ = 0.1 γ_c'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'wells.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'wells.png'
replot
unset output
