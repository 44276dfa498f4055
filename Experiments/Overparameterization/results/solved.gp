# Run inside this folder: gnuplot solved.gp
# Saddlery 0.1.0
# model: random quadratic equations x'Jx/N = y on |x|² = N; linear equations; tanh networks on random labels
# seed: 1
# convention: J_ij normal, x'Jx/N and y of variance 1; M = αN; loss Σ(x'Jx/N - y)²/2
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

set label 'Descent solves seven tenths as many equations as there are parameters' at graph 0.5, screen 0.965 center font ',13.0'
set label 'equations over parameters α = M/N' at graph 0.5, screen 0.19 center font ',12.0'
set ylabel 'share of descents that solve them' font ',12.0'
set xrange [0.15:2.1]
set yrange [-0.02:1.02]

set arrow from first 1.0, graph 0.0 to first 1.0, graph 1.0 nohead back dt (8,5) lw 1.21 lc rgb '#7F7F7F'
set label 'as many parameters as equations' at first 1.0, graph 0.98 right rotate by 90 offset character -1.3,0 front font ',10.5' textcolor rgb '#444444'

set label 'M = αN random quadratic equations on the sphere, gradient descent of 3000 steps; lines: logistic fits; seed 1' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'planted: values of a random point, so that there is a solution at every α; errors over samples' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.04303, 0.14125 to screen 0.08637, 0.14125 nohead lw 1.2 lc rgb '#0072B2'
set label '' at screen 0.0647, 0.14125 point pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'N = 20' at screen 0.09803, 0.14125 left font ',10.5'
set arrow from screen 0.35323, 0.14125 to screen 0.39657, 0.14125 nohead lw 1.2 lc rgb '#D55E00'
set label '' at screen 0.3749, 0.14125 point pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'N = 40' at screen 0.40823, 0.14125 left font ',10.5'
set arrow from screen 0.66343, 0.14125 to screen 0.70677, 0.14125 nohead lw 1.2 lc rgb '#009E73'
set label '' at screen 0.6851, 0.14125 point pt 9 ps 0.6 lw 1.2 lc rgb '#009E73'
set label 'N = 80' at screen 0.71843, 0.14125 left font ',10.5'
set arrow from screen 0.04303, 0.10375 to screen 0.08637, 0.10375 nohead lw 1.2 lc rgb '#000000'
set label '' at screen 0.0647, 0.10375 point pt 11 ps 0.6 lw 1.2 lc rgb '#000000'
set label 'planted solution, N = 40' at screen 0.09803, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'solved.svg'
plot \
  'solved.csv' using 1:2 with lines lw 2.2 lc rgb '#0072B2' notitle, \
  'solved.csv' using 3:4:(0):5 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'N = 20', \
  'solved.csv' using 6:7 with lines lw 2.2 lc rgb '#D55E00' notitle, \
  'solved.csv' using 8:9:(0):10 with xyerrorbars pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'N = 40', \
  'solved.csv' using 11:12 with lines lw 2.2 lc rgb '#009E73' notitle, \
  'solved.csv' using 13:14:(0):15 with xyerrorbars pt 9 ps 0.6 lw 1.2 lc rgb '#009E73' title 'N = 80', \
  'solved.csv' using 16:17 with lines dt (8,5) lw 2.2 lc rgb '#000000' notitle, \
  'solved.csv' using 18:19:(0):20 with xyerrorbars pt 11 ps 0.6 lw 1.2 lc rgb '#000000' title 'planted solution, N = 40'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'solved.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'solved.png'
replot
unset output
